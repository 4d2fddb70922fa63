#include "records.hpp"

namespace {

class Text : public fenjie::Output {
 public:
  void write(std::string_view bytes) override { text += bytes; }
  std::string text;
};

}  // namespace

std::string written(const std::function<void(fenjie::Sink&)>& give) {
  using fenjie::With;
  Text out;
  fenjie::WriterOptions writing;
  writing.with = With::document | With::heading | With::text | With::diagnostic;
  writing.provenance = true;
  const auto writer = fenjie::find_writer("ndjson")->make(writing, out);
  give(*writer);
  writer->end();
  writer->flush();
  return out.text;
}

std::string all_records(std::string_view bytes, const std::vector<std::size_t>& sizes) {
  return written([&](fenjie::Sink& sink) {
    fenjie::Reader reader({}, sink);
    if (sizes.empty()) {
      reader.feed(bytes);
    } else {
      for (std::size_t at = 0, i = 0; at < bytes.size(); at += sizes[i++ % sizes.size()]) {
        reader.feed(std::string(bytes.substr(at, sizes[i % sizes.size()])));  // a copy: nothing stays valid
      }
    }
    reader.finish();
  });
}
