#include "plugin.h"
#include <cstdio>
struct Security_context { const char *user; char priv_user[64]; };
struct THD {
  Security_context main_security_ctx, *security_ctx;
  LEX_CSTRING query_string, db;
  char packet[4096];
};
static inline void mysql_audit_notify(THD *thd, unsigned event_class, const void *event) {
  for (st_mysql_plugin *plugin = audit_plugin; plugin->type == 5; plugin++) {
    st_mysql_audit *data = static_cast<st_mysql_audit *>(plugin->info);
    data->event_notify(thd, event_class, event);
  }
}
static void mysql_audit_general(THD *thd, unsigned subtype) {
  mysql_event_general event;
  event.event_subclass = subtype;
  event.general_user = thd->security_ctx->user;
  event.general_user_length = 4;
  event.general_query = thd->query_string.str;
  event.general_query_length = (unsigned)thd->query_string.length;
  event.database = thd->db;
  mysql_audit_notify(thd, 0, &event);
}
bool dispatch_command(THD *thd) {
  net_read_query(nullptr, thd->packet, sizeof thd->packet);
  thd->query_string = {thd->packet, strlen(thd->packet)};
  thd->main_security_ctx.user = "root";
  thd->security_ctx = &thd->main_security_ctx;
  thd->db = {"test", 4};
  mysql_audit_general(thd, 1);
  sql_print_information("%s in %s", thd->security_ctx->user, thd->db.str);
  sql_print_information("slow: %.*s", (int)thd->query_string.length, thd->query_string.str); // LEAK
  return false;
}
