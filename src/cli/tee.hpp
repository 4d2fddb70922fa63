// Records go to a writer, diagnostics to somebody else, too.
#pragma once

#include <functional>
#include <utility>

#include "fenjie/sink.hpp"

namespace fenjie::cli {

/// Hands on what a reader gives but for `end`: inputs follow each other.
class Tee : public Sink {
 public:
  using Told = std::function<void(const Diagnostic&)>;

  /// `writer` may be null: then only diagnostics count.
  Tee(Sink* writer, Told told) : writer_(writer), told_(std::move(told)) {}

  Flow document(const Document& d) override { return writer_ ? writer_->document(d) : Flow::more; }
  Flow heading(const Heading& h) override { return writer_ ? writer_->heading(h) : Flow::more; }
  Flow task(const Task& t) override { return writer_ ? writer_->task(t) : Flow::more; }
  Flow text(const TextRecord& t) override { return writer_ ? writer_->text(t) : Flow::more; }
  Flow diagnostic(const Diagnostic& d) override {
    told_(d);
    return writer_ ? writer_->diagnostic(d) : Flow::more;
  }

 private:
  Sink* writer_;
  Told told_;
};

}  // namespace fenjie::cli
