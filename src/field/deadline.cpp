#include "field/deadline.hpp"

#include <algorithm>
#include <cstring>
#include <optional>

#include "field/date_reader.hpp"
#include "field/deadline_interpreter.hpp"
#include "text/memo.hpp"
#include "text/utf8.hpp"

namespace fenjie::field {
namespace {

using grammar::Vocabulary;
using grammar::Words;

// `12月` and nothing else: nine of ten deadlines in many a list, so it is read without the rest of this file.
std::optional<int> lone_month(std::string_view text, const Vocabulary& vocabulary) {
  std::size_t digits = 0;
  int month = 0;
  while (digits < text.size() && digits < 3 && text[digits] >= '0' && text[digits] <= '9') {
    month = month * 10 + (text[digits++] - '0');
  }
  if (digits == 0 || digits > 2 || month < 1 || month > 12) return std::nullopt;
  return vocabulary.words(Words::month_sign).find(text.substr(digits)) ? std::optional(month) : std::nullopt;
}

DeadlineReading read_anew(std::string_view text, const DateContext& context, const Vocabulary& vocabulary,
                          DeadlineBuffer& buffer) {
  if (const auto month = lone_month(text, vocabulary)) {
    buffer.alone.clear();
    buffer.alone.add(DatePoint{context.year.value_or(unknown_year), Grain::month, *month, 0});
    buffer.edtf.clear();
    append_edtf(buffer.edtf, buffer.alone);
    return {DeadlineKind::date, buffer.edtf, {}, !context.year, false};
  }
  if (is_bracketed(text)) {
    text = text.substr(text::next(text, 0));
    text.remove_suffix(text.size() - text::previous(text, text.size()));
  }
  return DeadlineInterpreter(text, context, vocabulary, buffer).read();
}

// A reading in a form that stands for itself: places in place of views.
struct Known {
  struct Place {
    std::uint8_t begin = 0, end = 0;
    [[nodiscard]] std::string_view of(const char* all) const {
      return {all + begin, static_cast<std::size_t>(end - begin)};
    }
  };
  static constexpr std::size_t most_milestones = 4;

  bool kept = false;
  DeadlineKind kind = DeadlineKind::text;
  bool year_missing = false, damaged = false;
  std::uint8_t milestones = 0;
  Place due;                                     // in `edtf`
  Place dates[most_milestones], words[most_milestones];  // in `edtf`, in the text
  char edtf[sizeof DeadlineBuffer::known];
};

Known known_of(const DeadlineReading& r, std::string_view text, const DeadlineBuffer& buffer) {
  Known k;
  if (r.milestones.size() > Known::most_milestones || buffer.edtf.size() > sizeof k.edtf || text.size() > 255) return k;
  const auto place = [](std::string_view part, std::string_view of) {
    if (part.empty()) return Known::Place{};
    const auto begin = static_cast<std::size_t>(part.data() - of.data());
    return Known::Place{static_cast<std::uint8_t>(begin), static_cast<std::uint8_t>(begin + part.size())};
  };
  k.kept = true;
  k.kind = r.kind, k.year_missing = r.year_missing, k.damaged = r.damaged;
  if (r.due.empty() && r.milestones.empty()) return k;
  std::copy(buffer.edtf.begin(), buffer.edtf.end(), k.edtf);
  k.due = place(r.due, buffer.edtf);
  for (const Milestone& m : r.milestones) {
    k.dates[k.milestones] = place(m.due, buffer.edtf);
    k.words[k.milestones++] = place(m.text, text);
  }
  return k;
}

DeadlineReading reading_of(const Known& k, std::string_view text, DeadlineBuffer& buffer) {
  std::memcpy(buffer.known, k.edtf, sizeof k.edtf);
  DeadlineReading r{k.kind, k.due.of(buffer.known), {}, k.year_missing, k.damaged};
  if (k.milestones == 0) return r;
  buffer.milestones.clear();
  for (std::size_t i = 0; i < k.milestones; ++i) {
    buffer.milestones.push_back({k.dates[i].of(buffer.known), k.words[i].of(text.data())});
  }
  r.milestones = buffer.milestones;
  return r;
}

// What a reading depends on beside its text: the grammar, the year in force.
std::uint64_t basis(const DateContext& context, const Vocabulary& vocabulary) {
  const auto year = static_cast<std::uint64_t>(context.year.value_or(0));
  return vocabulary.serial() << 20 | year << 2 | (context.year ? 2u : 0u) | (context.roc ? 1u : 0u);
}

thread_local constinit text::Memo<Known, 256> memo;

// What the memo does not hold.
[[gnu::noinline]] DeadlineReading read_and_keep(std::string_view text, const DateContext& context,
                                                const Vocabulary& vocabulary, DeadlineBuffer& buffer) {
  const DeadlineReading r = read_anew(text, context, vocabulary, buffer);
  memo.keep(text, basis(context, vocabulary), known_of(r, text, buffer));
  return r;
}

// What stands behind a date: nothing, `完成`, `投入使用`
bool ends_lone_deadline(std::string_view rest, const Vocabulary& vocabulary) {
  constexpr std::size_t longest_milestone = 24;  // bytes
  if (rest.empty() || vocabulary.words(Words::completion).find(rest)) return true;
  const bool done =
      vocabulary.words(Words::completion).prefix(rest) || vocabulary.words(Words::achievement).prefix(rest);
  return done && rest.size() <= longest_milestone && text::next_sign(rest, 0) == rest.size();
}

}  // namespace

bool is_lone_deadline(std::string_view s, bool behind_stop, const Vocabulary& vocabulary) {
  constexpr std::size_t longest = 60, letter = 3;  // bytes
  s = text::trim(s);
  const auto past = vocabulary.words(Words::not_deadline).prefix(s);
  if (s.empty() || s.size() > longest || (past && past->length > letter)) return false;  // `截至…`, but `上半年`
  if (vocabulary.words(Words::ongoing).find(s)) return true;
  if (const auto again = vocabulary.words(Words::recurring).prefix(s)) {
    return ends_lone_deadline(s.substr(again->length), vocabulary);
  }
  auto lead = vocabulary.words(Words::date_lead).prefix(s);
  if (!lead) lead = vocabulary.words(Words::tentative).prefix(s);
  const std::size_t begin = lead && lead->value >= 0 ? lead->length : 0;
  DateReader reader(s, {}, vocabulary);
  DateExpression e;
  if (!reader.read(begin, e) || !e.value.valid() || e.cumulative || e.past || e.after) return false;
  const bool names_year = reader.year_in_force() != unknown_year;
  if ((e.value.whole_years() || (names_year && !behind_stop)) && !e.ended && !e.extent) return false;
  return ends_lone_deadline(text::trim(s.substr(e.end)), vocabulary);
}

DeadlineReading read_deadline(std::string_view text, const DateContext& context, const Vocabulary& vocabulary,
                              DeadlineBuffer& buffer) {
  // `12月底前` stands in every other row
  text = text::trim(text);
  const Known* const known = memo.find(text, basis(context, vocabulary));
  if (known == nullptr) return read_and_keep(text, context, vocabulary, buffer);
  return known->kept ? reading_of(*known, text, buffer) : read_anew(text, context, vocabulary, buffer);
}

}  // namespace fenjie::field
