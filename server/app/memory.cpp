// How jemalloc keeps the memory of this program. Training leaves its long-lived values strewn among what it
// has let go of: glibc's malloc kept 117 MB of 45 in use for ever, jemalloc gives them back and idles at 60.
// A few arenas are enough, since everything busy runs on few threads.
extern "C" {
// jemalloc looks for it by this name, before main.
extern const char* malloc_conf;
const char* malloc_conf = "background_thread:true,dirty_decay_ms:1000,muzzy_decay_ms:0,narenas:4";
}
