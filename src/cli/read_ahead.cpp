#include "cli/read_ahead.hpp"

#include <fmt/format.h>

#include <system_error>
#include <utility>

namespace fenjie::cli {
namespace {

// Thrown in a thread of whom nobody wants more.
struct Stopped {};

WriterOptions inner(WriterOptions options) {
  options.inner = true;
  return options;
}

}  // namespace

// What one thread writes and has to say, in batches.
class ReadAhead::Packer : public Output {
 public:
  Packer(ReadAhead& to, Lane& lane)
      : to_(to),
        lane_(lane),
        writer_(to.options_.format ? to.options_.format->make(inner(to.options_.writer), *this) : nullptr),
        tee_(writer_.get(), [this](const Diagnostic& d) { say(d); }),
        reader_(to.options_, to.console_, to.grammar_, [this](const Failure& f) { say(f); }) {}

  void read(const std::string& file) {
    std::exception_ptr error;
    try {
      const Outcome outcome = reader_.read(file, tee_);
      if (writer_) writer_->end();
      batch().outcome = outcome;
    } catch (const Stopped&) {
      return;
    } catch (...) {
      error = std::current_exception();
    }
    batch().last = true;
    batch().error = std::move(error);
    ship();
  }

  void write(std::string_view bytes) override {
    batch().written.append(bytes);
    if (batch().written.size() >= to_.bounds_.bytes) ship();
  }

 private:
  template <typename Message>
  void say(const Message& message) {
    batch().messages.put(message);
    if (batch().messages.size() >= to_.bounds_.messages) ship();
  }
  Batch& batch() {
    if (!batch_) batch_ = to_.fresh_batch();
    return *batch_;
  }
  void ship() { to_.ship(lane_, std::move(batch_)); }

  ReadAhead& to_;
  Lane& lane_;
  std::unique_ptr<Batch> batch_;
  std::unique_ptr<FlushableSink> writer_;
  Tee tee_;
  FileReader reader_;
};

ReadAhead::ReadAhead(const std::vector<std::string>& files, std::size_t threads, const Options& options,
                     Console& console, const Grammar& grammar, Bounds bounds)
    : files_(files), options_(options), console_(console), grammar_(grammar), bounds_(bounds), lanes_(threads) {
  takers_.reserve(files.size());
  try {
    for (Lane& lane : lanes_) threads_.emplace_back([this, &lane] { work(lane); });
  } catch (const std::system_error&) {
    stop();
    throw Failure(fmt::format("cannot start {} threads", threads), "give a smaller number to --jobs");
  }
}

ReadAhead::~ReadAhead() { stop(); }

void ReadAhead::stop() {
  {
    const std::scoped_lock lock(mutex_);
    stopping_ = true;
  }
  room_.notify_all();
  threads_.clear();
}

// No exception leaves a thread: what reading threw goes with its file, all else (no memory) at once.
void ReadAhead::work(Lane& lane) {
  try {
    Packer packer(*this, lane);
    while (const std::string* file = take_file(lane)) packer.read(*file);
  } catch (const Stopped&) {
  } catch (...) {
    const std::scoped_lock lock(mutex_);
    error_ = std::current_exception();
    shipped_.notify_one();
  }
}

const std::string* ReadAhead::take_file(Lane& lane) {
  const std::scoped_lock lock(mutex_);
  if (stopping_ || takers_.size() == files_.size()) return nullptr;
  takers_.push_back(&lane);
  return &files_[takers_.size() - 1];
}

std::unique_ptr<ReadAhead::Batch> ReadAhead::fresh_batch() {
  {
    const std::scoped_lock lock(mutex_);
    if (!used_.empty()) {
      auto batch = std::move(used_.back());
      used_.pop_back();
      return batch;
    }
  }
  return std::make_unique<Batch>();
}

// Waits while too many are there.
void ReadAhead::ship(Lane& lane, std::unique_ptr<Batch> batch) {
  std::unique_lock lock(mutex_);
  room_.wait(lock, [&] { return stopping_ || lane.waiting.size() < bounds_.waiting; });
  if (stopping_) throw Stopped();
  lane.waiting.push_back(std::move(batch));
  lock.unlock();
  shipped_.notify_one();
}

std::unique_ptr<ReadAhead::Batch> ReadAhead::take_batch(std::size_t file) {
  std::unique_lock lock(mutex_);
  shipped_.wait(lock, [&] { return error_ || (file < takers_.size() && !takers_[file]->waiting.empty()); });
  if (error_) std::rethrow_exception(error_);
  auto& waiting = takers_[file]->waiting;
  auto batch = std::move(waiting.front());
  waiting.pop_front();
  lock.unlock();
  room_.notify_all();
  return batch;
}

void ReadAhead::give_back(std::unique_ptr<Batch> batch) {
  batch->written.clear();
  batch->messages.clear();
  batch->last = false;
  batch->outcome = Outcome::broken;
  const std::scoped_lock lock(mutex_);
  used_.push_back(std::move(batch));
}

Outcome ReadAhead::give_next(FlushableSink* writer, const Tee::Told& told, const FileReader::Failed& failed) {
  const std::size_t file = next_++;
  for (;;) {
    auto batch = take_batch(file);
    batch->messages.give(told, failed);
    if (writer != nullptr) writer->join(batch->written);
    if (batch->error) std::rethrow_exception(batch->error);
    const bool last = batch->last;
    const Outcome outcome = batch->outcome;
    give_back(std::move(batch));
    if (last) return outcome;
  }
}

}  // namespace fenjie::cli
