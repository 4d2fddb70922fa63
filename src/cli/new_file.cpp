#include "cli/new_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <climits>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace fenjie::cli {
namespace {

// What the signal handler removes. Plain memory: a handler may touch nothing else.
std::array<char, PATH_MAX> doomed{};
volatile std::sig_atomic_t doomed_set = 0;
constexpr std::array<int, 3> watched{SIGINT, SIGTERM, SIGHUP};

void remove_and_die(int signal) {
  if (doomed_set) ::unlink(doomed.data());
  ::signal(signal, SIG_DFL);
  ::raise(signal);
}

// A signal that the caller ignores (nohup) stays ignored.
void watch(const std::string& file) {
  std::memcpy(doomed.data(), file.c_str(), file.size() + 1);
  doomed_set = 1;
  for (const int signal : watched) {
    struct sigaction action {};
    if (::sigaction(signal, nullptr, &action) != 0 || action.sa_handler != SIG_DFL) continue;
    action.sa_handler = remove_and_die;
    ::sigaction(signal, &action, nullptr);
  }
}

void unwatch() {
  doomed_set = 0;
  for (const int signal : watched) {
    struct sigaction action {};
    if (::sigaction(signal, nullptr, &action) != 0 || action.sa_handler != remove_and_die) continue;
    action.sa_handler = SIG_DFL;
    ::sigaction(signal, &action, nullptr);
  }
}

// Holds the watched signals back while a temporary file exists that the handler does not know yet.
class SignalPause {
 public:
  SignalPause() {
    sigset_t set;
    sigemptyset(&set);
    for (const int signal : watched) sigaddset(&set, signal);
    ::sigprocmask(SIG_BLOCK, &set, &before_);
  }
  SignalPause(const SignalPause&) = delete;
  SignalPause& operator=(const SignalPause&) = delete;
  ~SignalPause() { ::sigprocmask(SIG_SETMASK, &before_, nullptr); }

 private:
  sigset_t before_;
};

std::string follow_links(const std::string& path) {
  char* real = ::realpath(path.c_str(), nullptr);
  const std::string target = real ? real : path;
  std::free(real);
  return target;
}

mode_t usual_mode() {
  const mode_t mask = ::umask(0);
  ::umask(mask);
  return 0666 & ~mask;
}

}  // namespace

NewFile::NewFile(const std::string& path, const std::vector<std::string>& inputs)
    : path_(path), target_(follow_links(path)) {
  struct stat status {};
  const bool exists = ::stat(target_.c_str(), &status) == 0;
  if (exists && S_ISDIR(status.st_mode)) throw Failure(path_ + ": is a directory");
  if (exists && !S_ISREG(status.st_mode)) {
    fd_ = Fd(::open(target_.c_str(), O_WRONLY | O_CLOEXEC));
    if (fd_.get() < 0) throw Failure(path_ + ": cannot write: " + error_text(errno));
    return;
  }
  refuse_inputs(inputs);
  create_temporary();
  (void)::fchmod(fd_.get(), exists ? status.st_mode & 07777 : usual_mode());
}

void NewFile::create_temporary() {
  temporary_ = target_ + ".XXXXXX";
  if (temporary_.size() >= PATH_MAX) throw Failure(path_ + ": the name is too long");
  const SignalPause pause;
  fd_ = Fd(::mkostemp(temporary_.data(), O_CLOEXEC));
  if (fd_.get() < 0) {
    temporary_.clear();
    throw Failure(path_ + ": cannot create: " + error_text(errno));
  }
  watch(temporary_);
}

void NewFile::refuse_inputs(const std::vector<std::string>& inputs) const {
  struct stat target {};
  if (::stat(target_.c_str(), &target) != 0) return;
  for (const auto& input : inputs) {
    struct stat status {};
    if (input == "-" ? ::fstat(STDIN_FILENO, &status) != 0 : ::stat(input.c_str(), &status) != 0) continue;
    if (status.st_dev == target.st_dev && status.st_ino == target.st_ino) {
      throw Failure(path_ + ": is also an input", "give -o another name");
    }
  }
}

NewFile::~NewFile() {
  if (temporary_.empty()) return;
  ::unlink(temporary_.c_str());
  unwatch();
}

void NewFile::write(std::string_view bytes) { FdOutput(fd_.get(), path_).write(bytes); }

void NewFile::commit() {
  if (!fd_.close()) throw Failure(path_ + ": cannot write: " + error_text(errno));
  if (temporary_.empty()) return;
  if (std::rename(temporary_.c_str(), target_.c_str()) != 0) {
    throw Failure(path_ + ": cannot create: " + error_text(errno));
  }
  temporary_.clear();
  unwatch();
}

}  // namespace fenjie::cli
