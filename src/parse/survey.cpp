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

// A character behind which an item may begin.
bool ends_part(text::Sign c) {
  return c.ends_sentence() || c.semicolon() || c.closes() == text::Bracket::round ||
         c.closes() == text::Bracket::square;
}

class Walk {
 public:
  Walk(const text::Scanned& all, const Vocabulary& words, Survey& out)
      : all_(all), s_(all.text), words_(words), out_(out),
        several_(!(out.first && out.first->bullet) && s_.size() >= shortest_run_on && s_.size() <= longest_run_on) {}

  void run() {
    std::size_t at = 0;
    for (const text::SignAt& sign : all_.signs) {
      if (sign.at > at) plain(at);
      if (sign.sign.space()) {
        spaced_ = true;
      } else {
        character(sign);
      }
      at = sign.end();
    }
    if (at < s_.size()) plain(at);
    out_.open = opened_ != none && s_.size() <= longest_open &&
                holds_label(all_, {static_cast<std::uint32_t>(opened_), static_cast<std::uint32_t>(s_.size())}, words_);
  }

 private:
  // Characters that are no signs, from byte `at` on.
  void plain(std::size_t at) {
    may_start(at);
    begun_ = true;
    spaced_ = after_part_ = false;
  }

  void character(const text::SignAt& c) {
    may_start(c.at);
    bracket(c);
    begun_ = true;
    spaced_ = false;
    after_part_ = ends_part(c.sign);
  }

  // An item may begin behind a blank or a part's end, outside brackets.
  void may_start(std::size_t at) {
    if (!several_ || !(spaced_ || after_part_) || !depth_.none_open()) return;
    if (begun_ && words_.mark_starts().at(s_, at) == 0) return;
    const auto mark = begun_ ? layout::read_mark(s_.substr(at), words_) : out_.first;
    if (mark && !mark->bullet && !mark->article) out_.starts.push_back({at, *mark, spaced_});
  }

  void bracket(const text::SignAt& c) {
    if (!c.sign.bracket()) return;
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
  text::Depth depth_;
  std::size_t opened_ = none;  // behind the bracket that is open
  bool begun_ = false, spaced_ = true, after_part_ = false;
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
  if (starts.size() < 2) {
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
