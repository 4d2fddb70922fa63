// What each form of output gives to the table of writers (writers.cpp).
#pragma once

#include <memory>

#include "fenjie/writer.hpp"

namespace fenjie::write {

/// `output` must outlive the writer. Nothing is handed on before the first `flush`, a full block or
/// `end`.
using Make = std::unique_ptr<FlushableSink>(const WriterOptions&, Output& output);

Make make_json;
Make make_ndjson;
Make make_csv;
Make make_tsv;
Make make_markdown;

}  // namespace fenjie::write
