#include "parse/asked.hpp"

#include <algorithm>

#include "field/date_reader.hpp"
#include "field/phrase.hpp"
#include "parse/item_parts.hpp"
#include "text/utf8.hpp"

namespace fenjie::parse {
namespace {

using grammar::Vocabulary;
using grammar::Words;
using text::Range;

constexpr std::size_t letter = 3;            // bytes of 局
constexpr std::size_t longest_names = 240;   // bytes behind the word that asks
constexpr std::size_t longest_organ = 60;    // bytes
constexpr int asks = 3;                      // value of a lead-in: 请, but not 由
constexpr int between_names = 1;             // value of a joiner: 会同

// Works in one clause.
class AskedReader {
 public:
  AskedReader(const text::Scanned& all, Range clause, bool asked, const Vocabulary& words, field::UnitList& list)
      : all_(all), s_(all.text), clause_(clause), asked_(asked), words_(words), list_(list) {}

  std::optional<Asked> read() {
    Asked asked;
    find_time(asked.time);
    const Range joiner = find_joiner();
    asked.first = joiner.empty() ? names_at(clause_.begin) : Range{clause_.begin, joiner.begin};
    if (!joiner.empty()) asked.others = names_at(joiner.end);
    if (!are_organs(asked.first) || (!joiner.empty() && !are_organs(asked.others))) return std::nullopt;
    // `由县教育局代表…` says less than `请县教育局说明…`
    if (!asked_ && asked.others.empty() && asked.time.empty()) return std::nullopt;
    return asked;
  }

 private:
  // `于4月20日前`: the first time that is a limit; `time_word_` is where its word stands.
  void find_time(Range& time) {
    field::DateReader reader(s_.substr(0, clause_.end), {}, words_);
    field::DateExpression e;
    grammar::Match m;
    const auto& leads = words_.words(Words::date_lead);
    const std::string_view clause = s_.substr(0, clause_.end);
    for (std::size_t at = leads.search(clause, clause_.begin, &m); at != clause.npos;
         at = leads.search(clause, at + std::max(m.length, letter), &m)) {
      if (m.value < 0 || !reader.read(at + m.length, e) || !e.ended || !e.value.valid()) continue;
      time_word_ = static_cast<std::uint32_t>(at);
      time = {static_cast<std::uint32_t>(e.begin), static_cast<std::uint32_t>(e.end)};
      return;
    }
  }

  // `会同` behind an organ; a word that only begins like one (商务) is none.
  [[nodiscard]] Range find_joiner() const {
    const std::string_view clause = s_.substr(0, std::min<std::size_t>(clause_.end, clause_.begin + longest_organ));
    const auto& joiners = words_.words(Words::unit_joiner);
    grammar::Match m;
    for (std::size_t at = joiners.search(clause, clause_.begin, &m); at != clause.npos;
         at = joiners.search(clause, at + m.length, &m)) {
      if (m.value != between_names || m.length <= letter) continue;
      return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + m.length)};
    }
    return {};
  }

  // `民政局、警察局` in front of what they are to do: whole items, and of the last one as much as is an organ.
  [[nodiscard]] Range names_at(std::uint32_t begin) const {
    std::uint32_t last = begin;
    for (const text::SignAt& c : all_.in({begin, clause_.end})) {
      if (!c.sign.enumerates() || !field::is_unit_like(s_.substr(last, c.at - last), words_)) break;
      last = c.end();
    }
    return {begin, organ_end(last)};
  }

  // Where the organ ends that begins at byte `begin`, or `begin`.
  [[nodiscard]] std::uint32_t organ_end(std::uint32_t begin) const {
    const std::size_t limit = std::min<std::size_t>({clause_.end, begin + longest_organ, std::max(time_word_, begin)});
    std::size_t found = begin;
    for (std::size_t at = begin; at < limit; at = text::next(s_, at)) {
      const std::size_t end = text::next(s_, at);
      if (found > begin && end > found + 3 * letter) break;
      if (end - begin < shortest_organ || !ends_in_organ_letter(s_.substr(begin, end - begin), words_)) continue;
      if (found > begin && end == found + letter) continue;  // `环保局处理`, but `市政府办公室`
      found = end;
    }
    // `有关单位于6月底前`
    if (found == begin && time_word_ <= limit && is_organ(s_.substr(begin, time_word_ - begin))) found = time_word_;
    return static_cast<std::uint32_t>(found);
  }

  [[nodiscard]] bool is_organ(std::string_view name) const {
    return field::ends_organ(name, words_) || field::is_collective(name, words_);
  }

  bool are_organs(Range names) {
    return !names.empty() && names.end - names.begin <= longest_names && names_organs(all_, names, words_, list_, true);
  }

  const text::Scanned& all_;
  std::string_view s_;
  Range clause_;
  bool asked_;
  const Vocabulary& words_;
  field::UnitList& list_;
  std::uint32_t time_word_ = ~0u;
};

}  // namespace

std::optional<Asked> find_asked(const text::Scanned& text, Range sentence, const Vocabulary& words,
                                field::UnitList& list) {
  const auto lead_in = words.words(Words::unit_lead_in).prefix(sentence.of(text.text));
  if (!lead_in) return std::nullopt;
  Range clause{sentence.begin + static_cast<std::uint32_t>(lead_in->length), sentence.end};
  for (const text::SignAt& c : text.in(clause)) {
    const bool ends = (c.sign.separator() && !c.sign.enumerates()) || c.sign.ends_sentence() || c.sign.colon();
    if (!ends) continue;
    clause.end = c.at;
    break;
  }
  return AskedReader(text, clause, lead_in->value == asks, words, list).read();
}

}  // namespace fenjie::parse
