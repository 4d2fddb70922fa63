// Files by POSIX descriptors: every call checked, interrupted calls taken up again.
#pragma once

#include <sys/types.h>

#include <string>

#include "cli/console.hpp"

namespace fenjie::cli {

/// A descriptor that is closed at the end.
class Fd {
 public:
  Fd() = default;
  explicit Fd(int fd) : fd_(fd) {}
  Fd(Fd&& other) noexcept : fd_(other.release()) {}
  Fd& operator=(Fd&& other) noexcept;
  ~Fd();

  [[nodiscard]] int get() const { return fd_; }
  int release();
  /// Closes and reports what only closing reveals (a full disk over a network). False: see errno.
  bool close();

 private:
  int fd_ = -1;
};

/// `No such file or directory` and the like, for an errno.
std::string error_text(int error);

/// Reads a descriptor that somebody else owns. `name` is for messages.
class FdInput : public Input {
 public:
  FdInput(int fd, std::string name);
  std::size_t read(char* to, std::size_t size) override;
  [[nodiscard]] bool pauses() const override { return pauses_; }

 private:
  int fd_;
  std::string name_;
  bool pauses_;
};

/// Opens a file for reading. Throws InputFailure: no such file, a directory, not readable.
Fd open_input(const std::string& path);

/// Writes to a descriptor that somebody else owns. Throws Failure, or OutputClosed.
class FdOutput : public Output {
 public:
  FdOutput(int fd, std::string name) : fd_(fd), name_(std::move(name)) {}
  void write(std::string_view bytes) override;

 private:
  int fd_;
  std::string name_;
};

}  // namespace fenjie::cli
