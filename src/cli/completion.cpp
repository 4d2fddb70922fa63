#include "cli/completion.hpp"

#include <fmt/format.h>
#include <algorithm>

#include "cli/help.hpp"
#include "cli/option_set.hpp"

namespace fenjie::cli {
namespace {

std::string replaced(std::string text, std::string_view what, std::string_view by) {
  for (std::size_t at = 0; (at = text.find(what, at)) != std::string::npos; at += by.size())
    text.replace(at, what.size(), by);
  return text;
}

// Between single quotes of bash and zsh.
std::string quoted(const std::string& text) { return fmt::format("'{}'", replaced(text, "'", "'\\''")); }

std::string on_one_line(const std::string& text) { return replaced(text, "\n", " "); }

// `look for gaps`, as shells show it beside a command.
std::string summary_of(const CommandName& command) {
  std::string text = description_of(command.command);
  return text.substr(0, text.find_last_not_of('.') + 1);
}

bool takes_file(const OptionInfo& option) { return option.value == "FILE" || option.value == "DIR"; }

// The first words: `check`, `grammar`, each once, and `help`.
std::string first_words() {
  std::string words;
  for (const std::string& name : command_names()) words += name + " ";
  return words + "help";
}

// `bash zsh fish`
std::string shells() { return replaced(operands_of(Command::completion), "|", " "); }

// `list show check test`: the second words of a command that has them.
std::string second_words(std::string_view first) {
  std::string words;
  for (const CommandName& c : all_commands())
    if (c.first == first && !c.second.empty()) words += fmt::format("{}{}", words.empty() ? "" : " ", c.second);
  return words;
}

std::string flags_of(const CommandName& command) {
  std::string flags;
  for (const OptionInfo& o : options_of(command))
    for (const std::string* name : {&o.short_name, &o.long_name})
      if (!name->empty()) flags += (flags.empty() ? "" : " ") + *name;
  return flags;
}

// ---- bash -------------------------------------------------------------------------------------------

constexpr std::string_view bash_head = R"(# bash completion for fenjie, written by `fenjie completion bash`
_fenjie() {
  local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} flags='' words=''
  if [[ $cur == = ]]; then cur=''
  elif [[ $prev == = ]]; then prev=${COMP_WORDS[COMP_CWORD-2]}
  fi
  case $prev in
)";

constexpr std::string_view bash_tail = R"(  if [[ -n $words ]]; then
    mapfile -t COMPREPLY < <(compgen -W "$words" -- "$cur")
  elif [[ $cur == -* ]]; then
    mapfile -t COMPREPLY < <(compgen -W "$flags" -- "$cur")
  elif ((COMP_CWORD == 1)); then
    mapfile -t COMPREPLY < <(compgen -W "$commands" -- "$cur"; compgen -f -- "$cur")
  fi
}
complete -o filenames -o default -F _fenjie fenjie
)";

std::string bash_values() {
  std::string out;
  for (const OptionInfo& o : options_of(all_commands().front())) {
    if (o.words.empty()) continue;
    out += fmt::format("    {}{}{}) words='{}' ;;\n", o.short_name, o.short_name.empty() ? "" : "|", o.long_name,
                       fmt::join(o.words, " "));
  }
  return out + "  esac\n";
}

// The flags of the command at hand, and the words behind its first one.
std::string bash_commands() {
  std::string out = "  case ${COMP_WORDS[1]-} in\n";
  for (const CommandName& c : all_commands().subspan(1))
    if (c.second.empty()) out += fmt::format("    {}) flags='{}' ;;\n", c.first, flags_of(c));
  out += "    grammar)\n      case ${COMP_WORDS[2]-} in\n";
  for (const CommandName& c : all_commands())
    if (!c.second.empty()) out += fmt::format("        {}) flags='{}' ;;\n", c.second, flags_of(c));
  out += fmt::format("      esac ;;\n    *) flags='{}' ;;\n  esac\n", flags_of(all_commands().front()));
  out += "  if ((COMP_CWORD == 2)); then\n    case ${COMP_WORDS[1]} in\n";
  out += fmt::format("      grammar) words='{}' ;;\n", second_words("grammar"));
  out += fmt::format("      completion) words='{}' ;;\n", shells());
  out += "      help) words=$commands ;;\n    esac\n  fi\n";
  return out;
}

std::string bash_script() {
  return fmt::format("{}{}  local commands='{}'\n{}{}", bash_head, bash_values(), first_words(), bash_commands(),
                     bash_tail);
}

// ---- zsh --------------------------------------------------------------------------------------------

constexpr std::string_view zsh_tail = R"(  if ((CURRENT == 2)) && [[ $words[2] != -* ]]; then
    _describe command commands
  fi
  _arguments -s -S $options "$operands"
}
_fenjie "$@"
)";

// `'(-t --to)'{-t,--to}'[the format]:FORMAT:(ndjson json)'`
std::string zsh_option(const OptionInfo& o) {
  std::string help = on_one_line(o.help);
  for (const char* special : {"[", "]", ":"}) help = replaced(help, special, std::string("\\") + special);
  std::string value;
  if (!o.words.empty()) value = fmt::format(":{}:({})", o.value, fmt::join(o.words, " "));
  else if (!o.value.empty()) value = fmt::format(":{}:{}", o.value, takes_file(o) ? "_files" : " ");
  const std::string rest = quoted("[" + help + "]" + value);
  const char* again = o.value == "LIST" || o.long_name == "--grammar" ? "*" : "";
  if (o.short_name.empty()) return fmt::format("{}{}{}", *again != 0 ? quoted(again) : "", o.long_name, rest);
  return fmt::format("'({0} {1})'{{{0},{1}}}{2}", o.short_name, o.long_name, rest);
}

std::string zsh_options(const CommandName& command, std::string_view indent) {
  std::string out = "options=(";
  for (const OptionInfo& o : options_of(command)) out += fmt::format("\n{}  {}", indent, zsh_option(o));
  return out + ")";
}

std::string zsh_script() {
  std::string out = "#compdef fenjie\n# zsh completion for fenjie, written by `fenjie completion zsh`\n_fenjie() {\n"
                    "  local -a options commands\n  local operands='*:file:_files'\n  commands=(";
  for (const CommandName& c : all_commands())
    if (c.second.empty()) out += "\n    " + quoted(fmt::format("{}:{}", c.first, summary_of(c)));
  out += "\n    'grammar:the words and rules'\n    'help:the options of a command')\n  case $words[2] in\n";
  for (const CommandName& c : all_commands().subspan(1))
    if (c.second.empty()) out += fmt::format("    {}) {} ;;\n", c.first, zsh_options(c, "    "));
  out += "    grammar)\n      case $words[3] in\n";
  for (const CommandName& c : all_commands())
    if (!c.second.empty()) out += fmt::format("        {}) {} ;;\n", c.second, zsh_options(c, "        "));
  out += fmt::format("      esac ;;\n    *) {} ;;\n  esac\n", zsh_options(all_commands().front(), "    "));
  out += "  if ((CURRENT == 3)); then\n    case $words[2] in\n";
  out += fmt::format("      grammar) operands='*:command:({})' ;;\n", second_words("grammar"));
  out += fmt::format("      completion) operands='*:shell:({})' ;;\n", shells());
  out += fmt::format("      help) operands='*:command:({})' ;;\n    esac\n  fi\n", first_words());
  return out + std::string(zsh_tail);
}

// ---- fish -------------------------------------------------------------------------------------------

// When an option or word is for this command.
std::string fish_condition(const CommandName& command) {
  if (command.command == Command::convert) return "not __fish_seen_subcommand_from " + first_words();
  const std::string seen = "__fish_seen_subcommand_from";  // `check` is a word of `grammar`, too
  return command.second.empty() ? fmt::format("{0} {1}; and not {0} grammar", seen, command.first)
                                : fmt::format("{0} {1}; and {0} {2}", seen, command.first, command.second);
}

std::string fish_quoted(const std::string& text) {
  return fmt::format("'{}'", replaced(replaced(text, "\\", "\\\\"), "'", "\\'"));
}

std::string fish_option(const CommandName& command, const OptionInfo& o) {
  std::string out = fmt::format("complete -c fenjie -n '{}'", fish_condition(command));
  if (!o.short_name.empty()) out += " -s " + o.short_name.substr(1);
  out += " -l " + o.long_name.substr(2);
  if (!o.words.empty()) out += fmt::format(" -x -a '{}'", fmt::join(o.words, " "));
  else if (takes_file(o)) out += " -r -F";
  else if (!o.value.empty()) out += " -x";
  return out + " -d " + fish_quoted(on_one_line(o.help)) + "\n";
}

std::string fish_script() {
  std::string out = "# fish completion for fenjie, written by `fenjie completion fish`\n";
  const auto first_word = [&](std::string_view word, const std::string& help) {
    out += fmt::format("complete -c fenjie -n __fish_use_subcommand -a {} -d {}\n", word, fish_quoted(help));
  };
  for (const CommandName& c : all_commands())
    if (c.second.empty()) first_word(c.first, summary_of(c));
  first_word("grammar", "the words and rules");
  first_word("help", "the options of a command");
  const auto behind = [&](const std::string& first, const std::string& words) {
    out += fmt::format("complete -c fenjie -n '__fish_seen_subcommand_from {}' -f -a '{}'\n", first, words);
  };
  behind("grammar; and not __fish_seen_subcommand_from " + second_words("grammar"), second_words("grammar"));
  behind("completion", shells());
  behind("help", first_words());
  for (const CommandName& c : all_commands())
    for (const OptionInfo& o : options_of(c)) out += fish_option(c, o);
  return out;
}

}  // namespace

std::string completion_for(std::string_view shell) {
  if (shell == "bash") return bash_script();
  if (shell == "zsh") return zsh_script();
  if (shell == "fish") return fish_script();
  throw Failure(fmt::format("no completion for '{}'", shell), "choose bash, zsh, fish");
}

}  // namespace fenjie::cli
