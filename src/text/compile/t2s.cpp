#include "text/compile/t2s.hpp"

#include <Config.hpp>
#include <Conversion.hpp>
#include <ConversionChain.hpp>
#include <Converter.hpp>
#include <DictEntry.hpp>
#include <DictGroup.hpp>
#include <Lexicon.hpp>
#include <MaxMatchSegmentation.hpp>

#include <algorithm>
#include <cstdio>
#include <optional>
#include <vector>

#include "text/simplify_data.hpp"
#include "text/utf8.hpp"

namespace fenjie::text {
namespace {

struct Entry {
  std::string from, to;
  bool operator==(const Entry&) const = default;
};
using Entries = std::vector<Entry>;

struct Dictionaries {
  Entries phrases, characters;
};

// In the order of the keys' bytes. Entries that stay as they are, too: a phrase may protect its characters.
Entries entries(const opencc::Dict& dict) {
  Entries all;
  for (const auto& e : *dict.GetLexicon()) all.push_back({e->Key(), e->GetDefault()});
  std::ranges::sort(all, {}, &Entry::from);
  return all;
}

bool keeps_count(const Entry& e) { return count_code_points(e.from) == count_code_points(e.to); }
bool is_single(const Entry& e) { return count_code_points(e.from) == 1; }
bool is_short(const Entry& e) { return e.from.size() < 0x100 && e.to.size() < 0x100; }

// The dictionaries, if they are as SimplifyTable wants them.
std::optional<Dictionaries> read() {
  const opencc::ConverterPtr t2s = opencc::Config().NewFromFile("t2s.json");
  const auto* segmentation = dynamic_cast<const opencc::MaxMatchSegmentation*>(t2s->GetSegmentation().get());
  const auto steps = t2s->GetConversionChain()->GetConversions();
  if (segmentation == nullptr || steps.size() != 1) return std::nullopt;
  const auto* group = dynamic_cast<const opencc::DictGroup*>(steps.front()->GetDict().get());
  if (group == nullptr || group->GetDicts().size() != 2) return std::nullopt;
  Dictionaries d{entries(*group->GetDicts().front()), entries(*group->GetDicts().back())};
  if (entries(*segmentation->GetDict()) != d.phrases) return std::nullopt;
  if (!std::ranges::all_of(d.phrases, keeps_count) || !std::ranges::all_of(d.phrases, is_short)) return std::nullopt;
  if (!std::ranges::all_of(d.characters, keeps_count)) return std::nullopt;
  if (!std::ranges::all_of(d.characters, is_single) || std::ranges::any_of(d.phrases, is_single)) return std::nullopt;
  return d;
}

std::uint32_t pack(std::string_view utf8) {
  std::uint32_t packed = 0;
  for (std::size_t i = 0; i < 3; ++i) packed |= std::uint32_t{static_cast<unsigned char>(utf8[i])} << 8 * i;
  return packed;
}

std::vector<std::uint32_t> even_table(const Dictionaries& d) {
  std::vector<std::uint32_t> even(0x10000);
  for (char32_t c = 0x800; c < 0x10000; ++c) {  // these stay as they are, unless an entry says otherwise
    std::string utf8;
    append(utf8, c);
    even[c] = pack(utf8);
  }
  for (const Entry& e : d.characters) {
    const char32_t c = first_code_point(e.from);
    if (c >= even.size()) continue;
    const bool three = e.from.size() == 3 && e.to.size() == 3;
    even[c] = three ? pack(e.to) | (e.from == e.to ? 0 : SimplifyData::changed) : SimplifyData::special;
  }
  for (const Entry& e : d.phrases) {
    if (const char32_t c = first_code_point(e.from); c < even.size()) even[c] |= SimplifyData::special;
  }
  return even;
}

std::vector<std::uint64_t> pair_table(const Entries& phrases) {
  std::vector<std::uint64_t> pairs(SimplifyData::pair_bits / 64);
  for (const Entry& e : phrases) {
    const std::size_t hash =
        SimplifyData::pair_hash(first_code_point(e.from), code_point(e.from, next(e.from, 0)));
    pairs[hash / 64] |= std::uint64_t{1} << hash % 64;
  }
  return pairs;
}

// C++ that defines the tables one after the other.
class Source {
 public:
  template <class Number>
  void numbers(std::string_view definition, const std::vector<Number>& all) {
    text += definition;
    text += "{\n";
    for (std::size_t i = 0; i < all.size(); ++i) text += std::to_string(all[i]) + (i % 16 == 15 ? "u,\n" : "u,");
    text += "};\n";
  }
  void dictionary(std::string_view definition, const Entries& all) {
    text += definition;
    text += "{\n";
    for (const Entry& e : all) {
      text += "{" + std::to_string(words_.size()) + "," + std::to_string(words_.size() + e.from.size()) + "," +
              std::to_string(e.from.size()) + "," + std::to_string(e.to.size()) + "},\n";
      words_ += e.from + e.to;
    }
    text += "};\n";
  }
  // octal, a line of the source for every 60 bytes
  void words(std::string_view definition) {
    text += definition;
    for (std::size_t i = 0; i < words_.size(); ++i) {
      char escape[8];
      std::snprintf(escape, sizeof escape, "\\%03o", static_cast<unsigned>(static_cast<unsigned char>(words_[i])));
      text += (i % 60 == 0 ? "\n\"" : "") + std::string(escape) + (i % 60 == 59 || i + 1 == words_.size() ? "\"" : "");
    }
    text += ";\n";
  }

  std::string text =
      "// Made by the build from OpenCC's dictionaries; do not edit.\n"
      "#include \"text/simplify_data.hpp\"\n\nnamespace fenjie::text {\n";

 private:
  std::string words_;
};

}  // namespace

std::string t2s_source() {
  const std::optional<Dictionaries> d = read();
  Source out;
  if (d) {
    out.text += "namespace {\n";
    out.numbers("constexpr std::uint32_t even[] = ", even_table(*d));
    out.numbers("constexpr std::uint64_t pairs[] = ", pair_table(d->phrases));
    out.dictionary("constexpr SimplifyEntry phrases[] = ", d->phrases);
    out.dictionary("constexpr SimplifyEntry characters[] = ", d->characters);
    out.words("constexpr std::string_view words =");
    out.text += "}  // namespace\n";
  }
  out.text += "constinit const SimplifyData t2s_data";
  if (d) {
    out.text += "{even, pairs, phrases, characters, words}";
  }
  return out.text + ";\n}  // namespace fenjie::text\n";
}

}  // namespace fenjie::text
