#include "lib.h"
struct mail;
struct mail_vfuncs { int (*get_first_header)(struct mail *mail, const char *field, bool decode, const char **value_r); };
struct mail { struct mail_vfuncs v; struct event *event; unsigned uid; };
int mail_get_first_header(struct mail *mail, const char *field, const char **value_r);
struct mail_log_message { struct mail_log_message *prev, *next; const char *pretext, *text; unsigned fields; };
struct mail_log_txn { pool_t pool; struct mail_log_message *messages, *tail; };
#define DLLIST2_APPEND(head, tail, item) \
  do { (item)->prev = *(tail); (item)->next = NULL; \
    if (*(tail) != NULL) (*(tail))->next = (item); else *(head) = (item); \
    *(tail) = (item); } while (0)
static void append_header(struct mail *mail, string_t *str, const char *name) {
  const char *value;
  if (mail_get_first_header(mail, name, &value) <= 0)
    value = "";
  str_printfa(str, "%s=%s", name, value);
}
static void mail_log_append(struct mail_log_txn *ctx, struct mail *mail, const char *desc) {
  struct mail_log_message *msg = p_new(ctx->pool, struct mail_log_message, 1);
  string_t *text = t_str_new(128);
  str_append(text, desc);
  append_header(mail, text, "Subject");
  msg->text = p_strdup(ctx->pool, str_c(text));
  msg->pretext = p_strdup(ctx->pool, desc);
  DLLIST2_APPEND(&ctx->messages, &ctx->tail, msg);
}
void mail_log_commit(struct mail_log_txn *ctx, struct event *event) {
  for (struct mail_log_message *msg = ctx->messages; msg != NULL; msg = msg->next) {
    e_info(event, "%s", msg->text); // LEAK
    e_info(event, "%s", msg->pretext);
    e_info(event, "%u", msg->fields);
  }
}
void mail_log_save(struct mail_log_txn *ctx, struct mail *mail) { mail_log_append(ctx, mail, "save"); }
void mail_run(struct mail *mail) {
  struct mail_log_txn txn = {default_pool, NULL, NULL};
  mail_log_save(&txn, mail);
  mail_log_commit(&txn, mail->event);
}
