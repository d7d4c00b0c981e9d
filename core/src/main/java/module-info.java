/// The rules of Watchbill: what is decided, and nothing of how it is done.
module watchbill.core {
  requires static transitive org.jspecify;

  exports watchbill.access;
  exports watchbill.alert;
  exports watchbill.audit;
  exports watchbill.calendar;
  exports watchbill.catalog;
  exports watchbill.change;
  exports watchbill.engine;
  exports watchbill.escalation;
  exports watchbill.heartbeat;
  exports watchbill.kernel;
  exports watchbill.ledger;
  exports watchbill.noise;
  exports watchbill.notification;
  exports watchbill.outage;
  exports watchbill.restraint;
  exports watchbill.request;
  exports watchbill.rota;
  exports watchbill.rota.request;
  exports watchbill.rota.turn;
  exports watchbill.route;
  exports watchbill.silence;
  exports watchbill.time;
  exports watchbill.watch;
  exports watchbill.workload;
}
