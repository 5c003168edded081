// Work done side by side by several threads, taken in and finished in order.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace kroniek::cli {

class Pipeline {
 public:
  using Finish = std::function<void()>;
  using Work = std::function<Finish()>;

  // As many threads as `jobs` says, or as the system gives, made as there is work for them. With one job the caller's
  // thread does everything. `rest` is called, as by a finish, when nothing is under way any more.
  explicit Pipeline(unsigned jobs, Finish rest = {});
  // Drops what is not begun and waits for the rest.
  ~Pipeline();
  Pipeline(const Pipeline&) = delete;
  Pipeline& operator=(const Pipeline&) = delete;

  // `work` is done by some thread; what it returns is called when everything that was added before is finished, by one
  // thread at a time. Waits while too much is under way, counted by `weight` (bytes) and by pieces, so that memory
  // stays bounded however much is added; what weighs nothing is done by the caller if nothing is under way, as handing
  // it over would take longer. What a work or finish threw is thrown by a later add() or wait(), or here; nothing that
  // comes behind it is finished.
  void add(std::size_t weight, Work work);
  // Until everything that was added is finished.
  void wait();

 private:
  struct Item {
    std::size_t weight;
    Work work;
    Finish finish;
    std::exception_ptr fault;
    bool done = false;
  };
  void serve();
  void finish_in_order(std::unique_lock<std::mutex>& lock);
  void finish_first(std::unique_lock<std::mutex>& lock);
  void throw_fault();
  void add_thread();

  std::mutex mutex_;
  std::condition_variable work_, room_;
  std::deque<Item> items_;      // in order, from the first that is not finished
  std::size_t begun_ = 0;       // of items_
  std::size_t weight_ = 0;      // of items_
  bool finishing_ = false;      // some thread is at it
  bool stopped_ = false;
  std::exception_ptr fault_;
  unsigned jobs_;
  Finish rest_;
  std::vector<std::thread> threads_;
};

}  // namespace kroniek::cli
