#include "case_file.hpp"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

#include "cli/terminal.hpp"

namespace fenjie::cases {
namespace {

constexpr std::string_view no_newline = "<no newline>\n";

std::string_view take_line(std::string_view& text) {
  const std::size_t end = text.find('\n');
  const std::string_view line = text.substr(0, end == std::string_view::npos ? text.size() : end + 1);
  text.remove_prefix(line.size());
  return line;
}

// `<0x0D>` → the byte.
std::string decode(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    if (text.substr(at, 3) == "<0x" && at + 5 < text.size() && text[at + 5] == '>') {
      out += static_cast<char>(std::strtoul(std::string(text.substr(at + 3, 2)).c_str(), nullptr, 16));
      at += 6;
    } else {
      out += text[at++];
    }
  }
  if (out.ends_with(no_newline)) out.resize(out.size() - no_newline.size() - 1);
  return out;
}

// Bytes at `at` that stand in a text file as they are: a whole character, no control, no byte order mark.
std::size_t plain_bytes(std::string_view text, std::size_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte < 0x80) return byte == '\n' || byte == '\t' || (byte >= 0x20 && byte != 0x7F) ? 1 : 0;
  for (std::size_t length = 2; length <= 4; ++length) {
    const std::string_view character = text.substr(at, length);
    if (cli::valid_utf8(character) == character) return character == "\xEF\xBB\xBF" ? 0 : character.size();
  }
  return 0;
}

// What an editor would hide or change is written as `<0x0D>`.
std::string encode(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t plain = plain_bytes(text, at);
    if (plain > 0) {
      out += text.substr(at, plain);
    } else {
      char hex[7];
      std::snprintf(hex, sizeof hex, "<0x%02X>", static_cast<unsigned char>(text[at]));
      out += hex;
    }
    at += std::max<std::size_t>(plain, 1);
  }
  if (!out.empty() && out.back() != '\n') (out += '\n') += no_newline;
  return out;
}

void add_line(Case& one, std::string_view line) {
  if (line.starts_with("2> ") || line == "2>\n") {
    one.expected.err += line.substr(line.size() > 3 ? 3 : 2);
  } else if (line.starts_with("=> ")) {
    one.expected.status = std::atoi(std::string(line.substr(3)).c_str());
  } else if (line == "^D\n") {
    one.input = std::move(one.expected.out);
    one.expected.out.clear();
  } else {
    one.expected.out += line;
  }
}

std::string prefixed(std::string_view text, std::string_view prefix) {
  std::string out;
  while (!text.empty()) {
    const std::string_view line = take_line(text);
    out.append(line == "\n" ? prefix.substr(0, 2) : prefix).append(line);
  }
  return out;
}

}  // namespace

CaseFile parse_cases(std::string_view text) {
  CaseFile file{{{}}, {}};
  bool in_case = false, after_fence = false;
  for (std::size_t number = 1; !text.empty(); ++number) {
    const std::string_view line = take_line(text);
    const bool fence = line.starts_with("```");
    if (in_case && !fence) {
      add_line(file.cases.back(), line);
      continue;
    }
    if (in_case) file.between.emplace_back();
    in_case = after_fence && line.starts_with("% ");
    if (in_case) {
      file.cases.push_back({number, std::string(line.substr(2, line.size() - 3)), std::nullopt, {}});
    } else {
      file.between.back() += line;
    }
    after_fence = fence;
  }
  for (Case& one : file.cases) {
    one.expected.out = decode(one.expected.out);
    one.expected.err = decode(one.expected.err);
    if (one.input) one.input = decode(*one.input);
  }
  return file;
}

std::string print_result(const Result& result) {
  std::string out = encode(result.out) + prefixed(encode(result.err), "2> ");
  if (result.status != 0) out += "=> " + std::to_string(result.status) + "\n";
  return out;
}

std::string print_cases(const CaseFile& file) {
  std::string out = file.between.front();
  for (std::size_t i = 0; i < file.cases.size(); ++i) {
    const Case& one = file.cases[i];
    out += "% " + one.command + "\n";
    if (one.input) out += encode(*one.input) + "^D\n";
    out += print_result(one.expected) + file.between[i + 1];
  }
  return out;
}

std::vector<std::string> split_words(std::string_view command) {
  std::vector<std::string> words;
  bool open = false;
  char quote = 0;
  for (const char c : command) {
    if (quote != 0 ? c == quote : c == '\'' || c == '"') {
      quote = quote != 0 ? '\0' : c;
      if (!open) words.emplace_back();
      open = true;
    } else if (c == ' ' && quote == 0) {
      open = false;
    } else {
      if (!open) words.emplace_back();
      open = true;
      words.back() += c;
    }
  }
  return words;
}

}  // namespace fenjie::cases
