// Several files at once, and what they give in the order of the files.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "cli/file_reader.hpp"
#include "cli/message_log.hpp"
#include "cli/tee.hpp"

namespace fenjie::cli {

/// Threads that read files and write their records, each one file after the other, ahead of the one that takes what
/// they wrote. What is given does not depend on how many they are, nor on which one is first.
///
/// Written bytes wait in batches. A thread of whose batches too many wait waits, too, until its turn comes: memory is
/// bounded, whatever the files hold. Files are taken in their order, so the file whose turn it is has always been taken
/// by a thread that can go on.
class ReadAhead {
 public:
  struct Bounds {
    std::size_t bytes = 192u << 10;  ///< with so many a batch is handed on
    std::size_t messages = 256;      ///< or with so many of these
    std::size_t waiting = 64;        ///< batches of a thread that nobody has taken yet: some 16 MiB
  };

  /// Starts `threads` of them. `files`, `options` and `console` must live as long, none of the files is `-`. Records
  /// are written if `options` name a format. Throws Failure where the system has no more threads.
  ReadAhead(const std::vector<std::string>& files, std::size_t threads, const Options& options, Console& console,
            const Grammar& grammar, Bounds bounds);
  ReadAhead(const ReadAhead&) = delete;
  ReadAhead& operator=(const ReadAhead&) = delete;
  /// Threads that still read are told to stop, and waited for.
  ~ReadAhead();

  /// The next file, as a FileReader would give it: waits for it, joins its records to `writer` (null: there are none),
  /// and tells what there is to be told. Throws what reading it threw.
  Outcome give_next(FlushableSink* writer, const Tee::Told& told, const FileReader::Failed& failed);

 private:
  struct Batch {
    std::string written;  // by an inner writer
    MessageLog messages;
    bool last = false;  // of its file
    Outcome outcome = Outcome::broken;
    std::exception_ptr error;
  };
  struct Lane {
    std::deque<std::unique_ptr<Batch>> waiting;
  };
  class Packer;

  void stop();
  void work(Lane& lane);
  [[nodiscard]] const std::string* take_file(Lane& lane);
  [[nodiscard]] std::unique_ptr<Batch> fresh_batch();
  void ship(Lane& lane, std::unique_ptr<Batch> batch);
  [[nodiscard]] std::unique_ptr<Batch> take_batch(std::size_t file);
  void give_back(std::unique_ptr<Batch> batch);

  const std::vector<std::string>& files_;
  const Options& options_;
  Console& console_;
  const Grammar& grammar_;
  const Bounds bounds_;
  std::size_t next_ = 0;  // the file whose turn it is

  std::mutex mutex_;  // of all below but the threads
  std::condition_variable shipped_, room_;
  std::vector<Lane*> takers_;  // by file: who reads it; those behind have not been taken
  std::deque<Lane> lanes_;
  std::vector<std::unique_ptr<Batch>> used_;  // to be filled again
  std::exception_ptr error_;                  // of a thread that could not go on
  bool stopping_ = false;

  std::vector<std::jthread> threads_;
};

}  // namespace fenjie::cli
