#include "cli/run.hpp"

#include <new>

#include "cli/commands.hpp"
#include "cli/completion.hpp"
#include "cli/help.hpp"
#include "cli/manual.hpp"
#include "fenjie/reader.hpp"

namespace fenjie::cli {
namespace {

// No FILE: standard input, unless a person sits there who may not know that.
void take_standard_input(Options& options, const Console& console) {
  if (options.command > Command::check || !options.files.empty()) return;
  if (console.in_is_terminal) throw Failure("no file was given\n" + short_usage());
  options.files.emplace_back("-");
}

Status dispatch(const Options& options, Console& console) {
  switch (options.command) {
    case Command::convert: return convert(options, console);
    case Command::explain: return explain(options, console);
    case Command::check: return options.ledger ? check_ledger(options, console) : check(options, console);
    case Command::verify: return verify(options, console);
    case Command::grammar_list: return grammar_list(options, console);
    case Command::grammar_show: return grammar_show(options, console);
    case Command::grammar_check: return grammar_check(options, console);
    case Command::grammar_test: return grammar_test(options, console);
    case Command::schema: console.out.write(json_schema()); return Status::done;
    case Command::completion: console.out.write(completion_for(options.files.front())); return Status::done;
    case Command::man: console.out.write(manual()); return Status::done;
    case Command::show_text: console.out.write(options.text); return Status::done;
  }
  return Status::failed;
}

Status run_command(std::span<const std::string> arguments, Console& console) {
  Options options = parse_options(arguments);
  take_standard_input(options, console);
  return dispatch(options, console);
}

Status fail(Console& console, const Failure& failure) {
  Report(console, Verbosity::quiet).failure(failure);
  return Status::failed;
}

}  // namespace

int run(std::span<const std::string> arguments, Console& console) {
  const auto guarded = [&]() -> Status {
    try {
      return run_command(arguments, console);
    } catch (const OutputClosed&) {
      return Status::done;
    } catch (const Failure& failure) {
      return fail(console, failure);
    } catch (const std::bad_alloc&) {
      return fail(console, Failure("there is not enough memory"));
    } catch (const OptionError& error) {
      return fail(console, Failure(error.what(),
                                   "ICU's name of one that keeps ASCII, or UTF-16; convert others to UTF-8 first"));
    } catch (const std::exception& error) {  // GrammarError: a whole message of its own
      return fail(console, Failure(error.what()));
    }
  };
  return static_cast<int>(guarded());
}

}  // namespace fenjie::cli
