#include "cli/fd.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <utility>

namespace fenjie::cli {

Fd& Fd::operator=(Fd&& other) noexcept {
  if (this != &other) {
    close();
    fd_ = other.release();
  }
  return *this;
}

Fd::~Fd() { close(); }

int Fd::release() { return std::exchange(fd_, -1); }

bool Fd::close() {
  const int fd = release();
  return fd < 0 || ::close(fd) == 0 || errno == EINTR;
}

std::string error_text(int error) { return std::generic_category().message(error); }

FdInput::FdInput(int fd, std::string name) : fd_(fd), name_(std::move(name)), pauses_(true) {
  struct stat status {};
  if (::fstat(fd, &status) == 0 && S_ISREG(status.st_mode)) {
    pauses_ = false;
    (void)::posix_fadvise(fd, 0, 0, POSIX_FADV_SEQUENTIAL);  // advice only
  }
}

std::size_t FdInput::read(char* to, std::size_t size) {
  for (;;) {
    const ssize_t n = ::read(fd_, to, size);
    if (n >= 0) return static_cast<std::size_t>(n);
    if (errno != EINTR) throw InputFailure(name_ + ": cannot read: " + error_text(errno));
  }
}

Fd open_input(const std::string& path) {
  Fd fd(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (fd.get() < 0) throw InputFailure(path + ": cannot open: " + error_text(errno));
  struct stat status {};
  if (::fstat(fd.get(), &status) == 0 && S_ISDIR(status.st_mode)) {
    const std::string_view slash = path.ends_with('/') ? "" : "/";
    throw InputFailure(path + ": is a directory", fmt::format("name the files in it: {}{}*.txt", path, slash));
  }
  return fd;
}

void FdOutput::write(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t n = ::write(fd_, bytes.data(), bytes.size());
    if (n >= 0) {
      bytes.remove_prefix(static_cast<std::size_t>(n));
    } else if (errno == EPIPE) {
      throw OutputClosed();
    } else if (errno != EINTR) {
      throw Failure(name_ + ": cannot write: " + error_text(errno));
    }
  }
}

}  // namespace fenjie::cli
