package watchbill.server.node;

import java.util.function.Supplier;
import watchbill.adapter.ingest.alertmanager.RouteTrees;
import watchbill.engine.Configuration;
import watchbill.engine.FrontDoor;
import watchbill.engine.Transactions;
import watchbill.kernel.IdSource;
import watchbill.silence.Patterns;
import watchbill.time.TimeSource;

/// What every way in needs.
record Parts(
    Transactions transactions,
    FrontDoor door,
    TimeSource time,
    IdSource ids,
    Supplier<Configuration> configuration,
    Patterns patterns,
    RouteTrees trees) {}
