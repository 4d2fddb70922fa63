#include "text/han_latin.hpp"

#include <dlfcn.h>
#include <unicode/utf16.h>
#include <unicode/utrans.h>

#include <array>
#include <mutex>
#include <string>
#include <unordered_map>

#include "text/pinyin.hpp"
#include "text/utf8.hpp"

namespace fenjie::text {
namespace {

// ICU's transliterators lie in a library of several megabytes that nothing else here needs: it is loaded by hand, and
// only for characters that the table of the program lacks (text/character_reading).
#define FENJIE_TEXT_OF(name) FENJIE_TEXT_OF_EXPANDED(name)
#define FENJIE_TEXT_OF_EXPANDED(name) #name

class HanLatin {
 public:
  static HanLatin& get() {
    static HanLatin one;
    return one;
  }

  // Kept once it is known.
  std::string_view read(char32_t c) {
    const std::lock_guard lock(using_);
    const auto [at, is_new] = known_.try_emplace(c);
    if (is_new) {
      std::string latin = ask(c);
      if (read_letters(latin, 0).bytes > 0) at->second = std::move(latin);
    }
    return at->second;
  }

 private:
  std::string ask(char32_t c) const {
    constexpr std::int32_t room = 32;
    std::array<UChar, room> units{};
    std::int32_t length = 0;
    U16_APPEND_UNSAFE(units, length, static_cast<UChar32>(c));
    std::int32_t limit = length;
    UErrorCode error = U_ZERO_ERROR;
    if (han_latin_ != nullptr) transform_(han_latin_, units.data(), &length, room, 0, &limit, &error);
    std::string latin;
    for (std::int32_t i = 0; i < length && U_SUCCESS(error); ++i)
      append(latin, units[static_cast<std::size_t>(i)]);
    return latin;
  }

  HanLatin() {
    void* library = dlopen("libicui18n.so." U_ICU_VERSION_SHORT, RTLD_NOW | RTLD_LOCAL);
    if (library == nullptr) return;
    const auto open = reinterpret_cast<decltype(&utrans_openU)>(dlsym(library, FENJIE_TEXT_OF(utrans_openU)));
    transform_ =
        reinterpret_cast<decltype(&utrans_transUChars)>(dlsym(library, FENJIE_TEXT_OF(utrans_transUChars)));
    if (open == nullptr || transform_ == nullptr) return;
    static constexpr UChar id[] = u"Han-Latin";
    UErrorCode error = U_ZERO_ERROR;
    han_latin_ = open(id, -1, UTRANS_FORWARD, nullptr, 0, nullptr, &error);
    if (U_FAILURE(error)) han_latin_ = nullptr;
  }

  UTransliterator* han_latin_ = nullptr;
  decltype(&utrans_transUChars) transform_ = nullptr;
  std::mutex using_;
  std::unordered_map<char32_t, std::string> known_;
};

}  // namespace

std::string_view han_latin(char32_t c) { return HanLatin::get().read(c); }

}  // namespace fenjie::text
