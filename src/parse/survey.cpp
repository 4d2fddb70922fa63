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
bool ends_part(text::Bracket closes) { return closes == text::Bracket::round || closes == text::Bracket::square; }

class Walk {
 public:
  Walk(const text::Scanned& all, const Vocabulary& words, Survey& out)
      : all_(all), s_(all.text), words_(words), out_(out),
        several_(!(out.first && out.first->bullet) && s_.size() >= shortest_run_on && s_.size() <= longest_run_on) {
    look();
  }

  void run() {
    if (several_ && sets_off(inner_)) {
      walk();
    } else if (out_.kinds.bracket()) {
      for (const text::SignAt& c : all_.signs) {
        if (c.sign.bracket()) bracket(c);
      }
    }
    out_.open = opened_ != none && s_.size() <= longest_open &&
                holds_label(all_, {static_cast<std::uint32_t>(opened_), static_cast<std::uint32_t>(s_.size())}, words_);
  }

 private:
  // What the signs are together says whether a walk along them can find anything.
  void look() {
    text::SignSum sum;
    const bool ended = !all_.signs.empty() && all_.signs.back().end() == s_.size();
    for (const text::SignAt& c : all_.signs.first(all_.signs.size() - (ended ? 1 : 0))) sum.add(text::packed(c));
    out_.kinds = inner_ = sum.kinds();
    if (ended) out_.kinds |= all_.signs.back().sign;
  }
  // An item may begin behind one of these.
  static bool sets_off(text::Sign kinds) {
    return kinds.space() || kinds.bracket() || kinds.ends_sentence() || kinds.semicolon();
  }

  void walk() {
    std::size_t at = 0;
    for (const text::SignAt& c : all_.signs) {
      if (sets_off_ && c.at > at) may_start(at);  // characters that are no signs
      at = c.end();
      if (c.sign.space()) {
        spaced_ = sets_off_ = true;
        continue;
      }
      if (sets_off_) may_start(c.at);
      if (c.sign.bracket()) {
        bracket(c);
        sets_off_ = ends_part(c.sign.closes());
      } else {
        sets_off_ = c.sign.ends_sentence() || c.sign.semicolon();
      }
    }
    if (sets_off_ && at < s_.size()) may_start(at);
  }

  // An item may begin behind what sets it off, outside brackets.
  void may_start(std::size_t at) {
    const bool first = !begun_, spaced = spaced_;
    begun_ = true;
    spaced_ = sets_off_ = false;
    if (!depth_.none_open()) return;
    if (first) return start(at, out_.first, spaced);
    if (words_.mark_starts().at(s_, at) != 0) start(at, layout::read_mark(s_.substr(at), words_), spaced);
  }

  // Apart: behind most sentences no number begins.
  [[gnu::noinline]] void start(std::size_t at, const std::optional<layout::Mark>& mark, bool spaced) {
    if (mark && !mark->bullet && !mark->article) out_.starts.push_back({at, *mark, spaced});
  }

  void bracket(const text::SignAt& c) {
    const bool outside = depth_.none_open();
    depth_.outside(c.sign);
    const text::Bracket kind = c.sign.opens();
    if (outside && (kind == text::Bracket::round || kind == text::Bracket::square)) opened_ = c.end();
    if (depth_.none_open()) opened_ = none;
  }

  const text::Scanned& all_;
  std::string_view s_;
  const Vocabulary& words_;
  Survey& out_;
  bool several_;
  text::Sign inner_;           // what all signs are but one at the very end
  text::Depth depth_;
  std::size_t opened_ = none;  // behind the bracket that is open
  bool begun_ = false;
  bool sets_off_ = true, spaced_ = true;  // the start, a blank or a part's end stands before; it is a blank or the start
};

}  // namespace

void survey(const text::Scanned& all, const Vocabulary& words, Survey& out) {
  out.first = layout::read_mark(all.text, words);
  out.starts.clear();
  Walk(all, words, out).run();
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
