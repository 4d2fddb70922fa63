#include "cli/surroundings.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <string_view>

namespace fenjie::cli {
namespace {

std::string_view variable(const char* name) {
  const char* value = std::getenv(name);
  return value ? value : std::string_view();
}

// XDG Base Directory Specification: relative paths are invalid and ignored.
std::string grammar_folder() {
  const std::string_view config = variable("XDG_CONFIG_HOME"), home = variable("HOME");
  if (config.starts_with('/')) return std::string(config) + "/fenjie/grammars";
  if (home.starts_with('/')) return std::string(home) + "/.config/fenjie/grammars";
  return {};
}

// https://no-color.org: any value but the empty one.
bool wants_colour(int fd) {
  return ::isatty(fd) == 1 && variable("NO_COLOR").empty() && variable("TERM") != "dumb";
}

// A closed descriptor gets /dev/null the wrong way round: using it is still an error.
int prepare() {
  std::signal(SIGPIPE, SIG_IGN);
  std::signal(SIGXFSZ, SIG_IGN);
  for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; ++fd) {
    if (::fcntl(fd, F_GETFD) < 0 && errno == EBADF) {
      (void)::open("/dev/null", fd == STDIN_FILENO ? O_WRONLY : O_RDONLY);
    }
  }
  return STDIN_FILENO;
}

}  // namespace

Surroundings::Surroundings()
    : in_(prepare(), "standard input"),
      out_(STDOUT_FILENO, "standard output"),
      err_(STDERR_FILENO, "standard error"),
      console_(in_, out_, err_) {
  console_.in_is_terminal = ::isatty(STDIN_FILENO) == 1;
  console_.colour_out = wants_colour(STDOUT_FILENO);
  console_.colour_err = wants_colour(STDERR_FILENO);
  console_.grammar_folder = grammar_folder();
}

}  // namespace fenjie::cli
