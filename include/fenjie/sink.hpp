// The seam between reading and writing: a reader pushes whole records into a Sink.
#pragma once

#include "fenjie/diagnostic.hpp"
#include "fenjie/ledger.hpp"
#include "fenjie/records.hpp"

namespace fenjie {

/// What a sink answers to each record.
enum class Flow : bool {
  more,  ///< go on
  stop,  ///< no more records, please: the reader gives none after this
};

/// Receives the records of one or several documents, one after the other.
///
/// Order: for each document one `document`, then headings, tasks, texts and diagnostics in the order
/// in which they become certain. A document that is over is followed by the `document` of the next.
/// `end` comes once, after the last document, also when the sink answered `stop`; it does not come
/// when a call threw. A sink that cannot go on throws (a full disk); the exception leaves
/// `Reader::feed` as it is.
class Sink {
 public:
  Sink() = default;
  Sink(const Sink&) = delete;
  Sink& operator=(const Sink&) = delete;
  virtual ~Sink() = default;

  virtual Flow document(const Document&) { return Flow::more; }
  virtual Flow heading(const Heading&) { return Flow::more; }
  virtual Flow task(const Task&) = 0;
  virtual Flow text(const TextRecord&) { return Flow::more; }
  virtual Flow diagnostic(const Diagnostic&) { return Flow::more; }
  /// An entry of the books; given only with ReaderOptions::bookings.
  virtual Flow booked(const Booking&) { return Flow::more; }
  virtual void end() {}
};

}  // namespace fenjie
