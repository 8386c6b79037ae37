/* sudo: plugins in tables of functions, conversations, tail queues, debug macros;
   the password that the conversation brings in ends in the debug log and in what
   I/O logging keeps of the terminal. */
#ifndef SUDO_H
#define SUDO_H
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
struct sudo_conv_message { int msg_type; int timeout; const char *msg; };
struct sudo_conv_reply { char *reply; };
typedef int (*sudo_conv_t)(int num_msgs, const struct sudo_conv_message msgs[], struct sudo_conv_reply replies[]);
void sudo_debug_printf2(const char *func, const char *file, int line, int level, const char *fmt, ...);
#define sudo_debug_printf(pri, ...) sudo_debug_printf2(__func__, __FILE__, __LINE__, (pri), __VA_ARGS__)
void syslog_send(int pri, const char *text);
char *tgetpass(const char *prompt, int timeout);
int sudo_conversation(int num_msgs, const struct sudo_conv_message msgs[], struct sudo_conv_reply replies[]);
#define TAILQ_HEAD(name, type) struct name { struct type *tqh_first; struct type **tqh_last; }
#define TAILQ_ENTRY(type) struct { struct type *tqe_next; struct type **tqe_prev; }
#define TAILQ_INIT(head) do { (head)->tqh_first = NULL; (head)->tqh_last = &(head)->tqh_first; } while (0)
#define TAILQ_INSERT_TAIL(head, elm, field) do { \
  (elm)->field.tqe_next = NULL; (elm)->field.tqe_prev = (head)->tqh_last; \
  *(head)->tqh_last = (elm); (head)->tqh_last = &(elm)->field.tqe_next; } while (0)
#define TAILQ_FOREACH(var, head, field) for ((var) = (head)->tqh_first; (var); (var) = (var)->field.tqe_next)
struct io_buffer { TAILQ_ENTRY(io_buffer) entries; const char *name; char *data; unsigned len; };
TAILQ_HEAD(io_buffer_list, io_buffer);
struct plugin_ops { const char *name; int (*open)(sudo_conv_t conv, char *const settings[]); int (*verify)(const char *user, char *pass); int (*log_ttyin)(const char *buf, unsigned len); void (*close)(void); };
extern const struct plugin_ops sudoers_ops, iolog_ops;
#endif
