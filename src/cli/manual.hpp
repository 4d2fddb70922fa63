// The manual page.
#pragma once

#include <string>

namespace fenjie::cli {

/// fenjie(1) in roff with the man macros, made of the table of options and of the help's texts.
std::string manual();

}  // namespace fenjie::cli
