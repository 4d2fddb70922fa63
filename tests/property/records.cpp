#include "records.hpp"

namespace {

class Text : public fenjie::Output {
 public:
  void write(std::string_view bytes) override { text += bytes; }
  std::string text;
};

}  // namespace

std::string all_records(std::string_view bytes, const std::vector<std::size_t>& sizes) {
  using fenjie::With;
  Text out;
  fenjie::WriterOptions writing;
  writing.with = With::document | With::heading | With::text | With::diagnostic;
  writing.provenance = true;
  const auto writer = fenjie::find_writer("ndjson")->make(writing, out);
  fenjie::Reader reader({}, *writer);
  if (sizes.empty()) {
    reader.feed(bytes);
  } else {
    for (std::size_t at = 0, i = 0; at < bytes.size(); at += sizes[i++ % sizes.size()]) {
      reader.feed(std::string(bytes.substr(at, sizes[i % sizes.size()])));  // a copy: nothing stays valid
    }
  }
  reader.finish();
  writer->end();
  writer->flush();
  return out.text;
}
