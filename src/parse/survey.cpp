#include "parse/survey.hpp"

#include "parse/parts.hpp"
#include "text/utf8.hpp"

namespace fenjie::parse {

using grammar::Vocabulary;
using text::Range;

namespace {

constexpr std::size_t longest_open = 6000;  // bytes of a paragraph that a later line may close
constexpr std::size_t shortest_run_on = 60; // bytes of a paragraph that may hold several items
constexpr std::size_t longest_run_on = 4u << 20;
constexpr std::size_t none = std::string_view::npos;

// An item may begin behind a bracket that closes, but not behind a quotation.
bool ends_part(text::Bracket b) { return b == text::Bracket::round || b == text::Bracket::square; }

class Walk {
 public:
  Walk(const text::Scanned& all, const Vocabulary& words, Survey& out)
      : all_(all), s_(all.text), words_(words), out_(out) {}

  void run() {
    std::size_t at = 0;
    for (const text::SignAt& c : all_.signs) {
      if (sets_off_ && c.at > at) may_start(at);  // characters that are no signs
      at = c.end();
      if (c.sign.space()) {
        spaced_ = sets_off_ = true;
        continue;
      }
      if (sets_off_) may_start(c.at);
      depth_.outside(c.sign);
      sets_off_ = c.sign.ends_sentence() || c.sign.semicolon() || ends_part(c.sign.closes());
    }
    if (sets_off_ && at < s_.size()) may_start(at);
  }

 private:
  // An item may begin behind what sets it off, outside brackets.
  void may_start(std::size_t at) {
    const bool first = !begun_, spaced = spaced_;
    begun_ = true;
    spaced_ = sets_off_ = false;
    if (!depth_.none_open()) return;
    if (first) return start(at, out_.first, spaced);
    if (words_.mark_starts().at(s_, at) != 0) start(at, layout::read_mark(s_.substr(at), words_), spaced);
  }

  void start(std::size_t at, const std::optional<layout::Mark>& mark, bool spaced) {
    if (mark && !mark->bullet && !mark->article) out_.starts.push_back({at, *mark, spaced});
  }

  const text::Scanned& all_;
  std::string_view s_;
  const Vocabulary& words_;
  Survey& out_;
  text::Depth depth_;
  bool begun_ = false;
  bool sets_off_ = true,
       spaced_ = true;  // the start, a blank or a part's end stands before; it is a blank or the start
};

}  // namespace

bool leaves_label_open(const text::Scanned& all, const Vocabulary& words) {
  if (all.text.size() > longest_open) return false;
  text::Depth depth;
  std::size_t opened = none;  // behind the bracket that is open
  for (const text::SignAt& c : all.signs) {
    if (!c.sign.bracket()) continue;
    const bool outside = depth.none_open();
    depth.outside(c.sign);
    if (outside && ends_part(c.sign.opens())) opened = c.end();
    if (depth.none_open()) opened = none;
  }
  return opened != none &&
         holds_label(all, {static_cast<std::uint32_t>(opened), static_cast<std::uint32_t>(all.text.size())}, words);
}

Sentences sentences_of(const text::Scanned& all, const Vocabulary& words) {
  bool alone = true;
  std::size_t last = 0;
  text::SignSum sum;
  const std::string_view s = all.text;
  for (const text::SignAt& c : all.signs) {
    sum.add(text::packed(c));
    if (!c.sign.may_end_part() || c.end() >= s.size()) continue;
    if (alone && words.mark_starts().at(s, c.end()) != 0) alone = !layout::read_mark(s.substr(c.end()), words);
    if (c.sign.ends_sentence()) last = c.end();
  }
  return {alone, last, sum.kinds()};
}

void survey(const text::Scanned& all, const Vocabulary& words, Survey& out) {
  const std::string_view s = all.text;
  out.first = layout::read_mark(s, words);
  out.starts.clear();
  const Sentences sentences = sentences_of(all, words);
  out.kinds = sentences.kinds;
  if (!sentences.alone && s.size() >= shortest_run_on && s.size() <= longest_run_on &&
      !(out.first && out.first->bullet)) {
    Walk(all, words, out).run();
  }
  out.open = ends_within_bracket(all, out.kinds, words);
}

void split_items(std::string_view s, const Survey& survey, std::vector<Range>& out) {
  const auto& first = survey.first;
  const auto& starts = survey.starts;
  const auto range = [](std::size_t begin, std::size_t end) {
    return Range{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  };
  out.clear();
  if (!survey.several()) {
    out.push_back(range(0, s.size()));
    return;
  }
  // numbers that go on from one to the next make a list; others are part of a text
  const auto goes_on = [&](std::size_t i) {
    for (std::size_t j = i + 1; j < starts.size(); ++j) {
      if (starts[j].mark.style == starts[i].mark.style && starts[j].mark.depth == starts[i].mark.depth) {
        return starts[j].mark.value == starts[i].mark.value + 1;
      }
    }
    return false;
  };
  constexpr std::size_t styles = 128;
  std::int64_t last[styles] = {};
  int rank[styles] = {};
  std::size_t begin = 0;
  for (std::size_t i = 0; i < starts.size(); ++i) {
    const Start& st = starts[i];
    std::int64_t& seen = last[st.mark.style % styles];
    const bool own = first && st.mark.style == first->style && st.mark.depth == first->depth;
    const bool at_start = st.at == s.size() - text::trim_start(s).size();
    const bool next_one = seen > 0 && st.mark.value == seen + 1;
    const bool begins = st.mark.value == 1 && st.spaced && st.mark.rank <= 40 && (goes_on(i) || st.mark.rank < 30);
    if (!at_start && !(next_one && (own || st.spaced)) && !(begins && !own)) continue;
    if (!at_start && !own && st.mark.rank >= 40) continue;  // `（1）…；（2）…` inside a text
    if (st.at > begin) out.push_back(range(begin, st.at));
    begin = st.at;
    seen = st.mark.value;
    rank[st.mark.style % styles] = st.mark.rank;
    if (begins) {
      // deeper lists begin anew
      for (std::size_t k = 0; k < styles; ++k) {
        if (rank[k] > st.mark.rank) last[k] = 0;
      }
    }
  }
  out.push_back(range(begin, s.size()));
}

}  // namespace fenjie::parse
