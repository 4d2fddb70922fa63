#include "text/slice.hpp"

#include <unicode/ucnv.h>

#include <limits>
#include <stdexcept>

namespace fenjie::text {

SliceDecoder::SliceDecoder(const std::string& name) {
  UErrorCode error = U_ZERO_ERROR;
  converter_ = ucnv_open(name.c_str(), &error);
  if (U_FAILURE(error)) throw std::runtime_error("ICU cannot open its converter " + name);
}

SliceDecoder::~SliceDecoder() { ucnv_close(converter_); }

std::string SliceDecoder::decode(std::string_view bytes) const {
  constexpr std::size_t longest = std::numeric_limits<std::int32_t>::max() / 3;
  if (bytes.empty()) return {};
  if (bytes.size() > longest) throw std::length_error("a span is too long to be decoded in one piece");
  std::string out(bytes.size() * 3, '\0');  // a byte that stands for U+FFFD becomes three
  UErrorCode error = U_ZERO_ERROR;
  const std::int32_t size =
      ucnv_toAlgorithmic(UCNV_UTF8, converter_, out.data(), static_cast<std::int32_t>(out.size()),
                         bytes.data(), static_cast<std::int32_t>(bytes.size()), &error);
  if (U_FAILURE(error)) throw std::runtime_error(std::string("ICU: ") + u_errorName(error));
  out.resize(static_cast<std::size_t>(size));
  return out;
}

}  // namespace fenjie::text
