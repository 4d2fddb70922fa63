// Scripts by which shells complete the words of fenjie's command line.
#pragma once

#include <string>
#include <string_view>

namespace fenjie::cli {

/// The script for `bash`, `zsh` or `fish`, made of the table of options. Throws Failure for another shell.
std::string completion_for(std::string_view shell);

}  // namespace fenjie::cli
