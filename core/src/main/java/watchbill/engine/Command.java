package watchbill.engine;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import watchbill.alert.AlertReport;
import watchbill.alert.PageId;
import watchbill.alert.Severity;
import watchbill.alert.SilenceId;
import watchbill.calendar.AwayEntry;
import watchbill.calendar.Feed;
import watchbill.calendar.Holiday;
import watchbill.catalog.ContactMethod;
import watchbill.catalog.Integration;
import watchbill.catalog.PersonId;
import watchbill.catalog.RegionId;
import watchbill.catalog.ServiceId;
import watchbill.catalog.TeamId;
import watchbill.change.ChangeReport;
import watchbill.escalation.Target;
import watchbill.heartbeat.HeartbeatId;
import watchbill.heartbeat.HeartbeatPlan;
import watchbill.heartbeat.Ping;
import watchbill.ledger.Compensation;
import watchbill.ledger.Happened;
import watchbill.ledger.Owed;
import watchbill.noise.Judgement;
import watchbill.notification.Dispatch;
import watchbill.notification.Message;
import watchbill.notification.Notice;
import watchbill.notification.NoticeId;
import watchbill.notification.NotificationId;
import watchbill.notification.Outcome;
import watchbill.request.AlertRequest;
import watchbill.rota.Change;
import watchbill.rota.Role;
import watchbill.rota.RotaId;
import watchbill.rota.request.Between;
import watchbill.silence.Draft;
import watchbill.time.Span;

/// What can be asked of the engine.
public sealed interface Command {
  /// What changes who is on duty, or says so.
  sealed interface OfRota extends Command {}

  /// A message came in. It is kept as received, and each report in it has its effect.
  ///
  /// @param head what is kept beside the body, see [watchbill.alert.Event]
  /// @param body as received
  record Receive(
      Integration integration,
      String head,
      String body,
      List<AlertReport> reports,
      List<ChangeReport> changes)
      implements Command {
    public Receive(Integration integration, String body, List<AlertReport> reports) {
      this(integration, "", body, reports, List.of());
    }
  }

  /// Lets go of messages received before then, the oldest first.
  ///
  /// @param limit how many are looked at in one turn
  record Forget(Instant receivedBefore, int limit) implements Command {}

  /// A person raises a page by hand.
  record RaisePage(ServiceId service, String summary, String by) implements Command {}

  /// A person tells of a change.
  ///
  /// @param by their handle
  record TellChange(ServiceId service, ChangeReport change, String by) implements Command {}

  /// A person takes charge of a page.
  ///
  /// @param by their handle
  /// @param via how they said so: `wake link`, `web`, `command line`
  record Acknowledge(PageId page, String by, String via) implements Command {}

  /// A person says that it is over, for the page and all its alerts.
  record Resolve(PageId page, String by, String via) implements Command {}

  /// A person hands the page to the lieutenant of the rota that its policy names first.
  record HandOver(PageId page, String by, String via) implements Command {}

  /// A person puts a page off: nobody is woken for it before `until`, and then it begins anew.
  ///
  /// @param until at most 7 days from now
  record Snooze(PageId page, Instant until, String by, String via) implements Command {}

  /// What a person, or a program for them, does with a page beside answering it.
  sealed interface OfPage extends Command {
    PageId page();

    String by();
  }

  /// Whoever took charge gives the page back: the climb goes on.
  record Unacknowledge(PageId page, String by, String via) implements OfPage {}

  /// Somebody writes into the page's timeline.
  record AddNote(PageId page, String note, String by, String via) implements OfPage {}

  /// The page goes to one person, who must acknowledge it anew.
  record Assign(PageId page, PersonId person, String by, String via) implements OfPage {}

  /// Somebody is woken beside whoever is woken anyway.
  record WakeBeside(PageId page, List<Target> targets, String by, String via) implements OfPage {
    public WakeBeside {
      targets = List.copyOf(targets);
    }
  }

  /// The next step begins now.
  record EscalateNow(PageId page, String by, String via) implements OfPage {}

  /// The sender of an alert asks for something. The message is kept, and what became of it is kept
  /// beside it.
  record AskOfAlert(Receive message, AlertRequest request) implements Command {}

  /// Whoever is asked says what a page that is over was worth.
  record JudgePage(PageId page, Judgement judgement, String by, String via) implements Command {}

  /// Somebody enters what differs from the plan.
  ///
  /// @param reason in their words; may be empty
  record AddOverride(RotaId rota, Role role, Span span, Change change, String reason, PersonId by)
      implements OfRota {}

  /// What calendars and people say of who is away, and when.
  sealed interface OfLeave extends Command {}

  /// Somebody is away from one instant to another.
  ///
  /// @param by the source: a person's handle, `ledger`
  record EnterLeave(PersonId person, Instant from, Instant until, String note, String by)
      implements OfLeave {
    public EnterLeave(PersonId person, Span span, String note, String by) {
      this(person, span.from(), span.until(), note, by);
    }
  }

  /// A leave does not count from now on.
  record WithdrawLeave(String leave, String by) implements OfLeave {}

  /// A person's calendar was read: this is all it says of when they are away.
  record ReplaceLeave(PersonId person, List<AwayEntry> said) implements OfLeave {}

  /// A region's calendar was read: these are all its public holidays.
  record ReplaceHolidays(RegionId region, List<Holiday> said) implements OfLeave {}

  /// Whether a calendar can be read.
  ///
  /// @param calendar as the configuration names it: `people.ana.leave`
  /// @param failure why not; empty when it can
  record NoteCalendar(String calendar, Optional<String> failure) implements OfLeave {}

  /// A feed with a secret address, of which the engine sees the hash alone.
  record MakeFeed(Feed.Subject subject, String tokenHash, String by) implements Command {}

  /// A feed's address leads nowhere from now on.
  record RevokeFeed(String feed, String by) implements Command {}

  /// A program asks what a feed shows. What it is shown is kept, so that a change can be told as
  /// one.
  ///
  /// @param domain of the node, which makes the names of entries unique in the world
  record ShowFeed(Feed feed, String domain) implements Command {}

  /// A person is told something that is not a page; nothing happens when they were told it before.
  record GiveNotice(Notice notice) implements Command {}

  /// A person answers a notice that was given to them.
  ///
  /// @param by their handle
  /// @param via how they said so: `notice link`, `web`
  record AnswerNotice(NoticeId notice, String by, String via) implements Command {}

  /// A person wants to see that each way to them works.
  record SendTest(PersonId person) implements Command {}

  /// What is declared is compared with what is known: each change of a rota becomes a version that
  /// holds from now on.
  ///
  /// @param by a person's handle, or what read the files: `configuration`
  record AdoptRotas(String by) implements OfRota {}

  /// An override does not count from now on; what was, was.
  record WithdrawOverride(String override, String by) implements OfRota {}

  /// Somebody asks another to take their duty, perhaps for a duty in return.
  ///
  /// @param span of the asker's duty
  /// @param inReturn of the other's duty
  /// @param note in the asker's words; may be empty
  record AskSwap(
      RotaId rota,
      Role role,
      PersonId asker,
      Between span,
      PersonId other,
      Optional<Between> inReturn,
      String note)
      implements OfRota {}

  /// Whoever was asked says whether they take the duty.
  ///
  /// @param why in their words; may be empty
  record AnswerSwap(String swap, boolean accept, PersonId by, String why) implements OfRota {}

  record WithdrawSwap(String swap, PersonId by) implements OfRota {}

  /// Anybody of the rota may take this duty: of whoever asks, of somebody else, or nobody's.
  ///
  /// @param reason in their words; may be empty
  record OpenShiftUp(RotaId rota, Role role, Between span, String reason, PersonId by)
      implements OfRota {}

  record ClaimShift(String shift, PersonId by) implements OfRota {}

  record WithdrawOpenShift(String shift, PersonId by) implements OfRota {}

  /// Somebody can't stand watch; their lieutenant does, until they take it back.
  ///
  /// @param until when they can again; empty means at the end of the shift they are in
  /// @param by a person's handle, or `watchbill`
  /// @param via how it was said: `wake link`, `web`
  record StandDown(PersonId person, Optional<Instant> until, String by, String via)
      implements OfRota {
    public StandDown(PersonId person, String by, String via) {
      this(person, Optional.empty(), by, via);
    }
  }

  /// Somebody who stood down can stand watch again, from now on.
  record TakeBack(PersonId person, String by) implements OfRota {}

  /// A manager takes a suggestion: each of these has the duty alone.
  record AcceptSuggestion(RotaId rota, Role role, List<Assignment> slots, PersonId by)
      implements OfRota {
    public AcceptSuggestion {
      slots = List.copyOf(slots);
    }
  }

  /// One duty of a suggestion.
  record Assignment(Span span, PersonId person) {}

  /// Looks ahead: tells whoever must know of their duty, and of what is wrong with the rota.
  record KeepWatch() implements OfRota {}

  /// What is asked about the duty ledger of one person.
  sealed interface OfLedger extends Command {
    PersonId person();
  }

  /// Settles a month of one person: appends what is missing in the ledger, takes back what should
  /// not stand there. The same again changes nothing.
  ///
  /// @param holidays of their region, and of others, around the month
  record SettleLedger(PersonId person, YearMonth month, Happened happened, List<Holiday> holidays)
      implements OfLedger {}

  /// Settles a month of these people from what really happened so far, and enters as leave the days
  /// off that follow. The same again changes nothing.
  record SettleMonth(YearMonth month, List<PersonId> people) implements Command {
    public SettleMonth {
      people = List.copyOf(people);
    }
  }

  /// Somebody chooses money or time for the calls of a month.
  ///
  /// @param by their handle
  record ChooseCompensation(PersonId person, YearMonth month, Compensation compensation, String by)
      implements OfLedger {}

  /// Whoever leads a team of somebody's enters what no rule says, with the reason.
  record CorrectLedger(
      PersonId person, TeamId team, LocalDate date, Owed owed, String reason, String by)
      implements OfLedger {}

  /// Whoever leads a team of somebody's closes a month that is over.
  record ApproveLedger(PersonId person, YearMonth month, String by) implements OfLedger {}

  /// What is declared of inhibition, maintenance and flapping holds from now on: whatever it held
  /// back, or holds back now, is looked at again.
  record AdoptRestraints() implements Command {}

  /// What people ask not to be woken for.
  ///
  /// Each is done by somebody: a person's handle, or that of the integration that said so.
  sealed interface OfSilence extends Command {
    String by();
  }

  /// Mutes what matches, for a while. The reply is the id.
  record CreateSilence(Draft draft, String by) implements OfSilence {}

  /// Changes a silence. When it would no longer be the same silence, it ends and another takes its
  /// place; the reply is the id that holds from now on.
  record UpdateSilence(SilenceId silence, Draft draft, String by) implements OfSilence {}

  /// A silence mutes nothing any more, from now on.
  record ExpireSilence(SilenceId silence, String by) implements OfSilence {}

  /// What is said of and by those who must be heard from.
  sealed interface OfHeartbeat extends Command {}

  /// A sign of life came in.
  record Beat(HeartbeatId heartbeat, Ping ping) implements OfHeartbeat {}

  /// These are all heartbeats the files declare. Each change, and each that is gone, is told.
  ///
  /// @param by what read the files: `configuration`
  record AdoptHeartbeats(List<HeartbeatPlan> plans, String by) implements OfHeartbeat {
    public AdoptHeartbeats {
      plans = List.copyOf(plans);
    }
  }

  /// A sender makes a heartbeat of its own.
  ///
  /// @param by the handle of its integration
  record MakeHeartbeat(HeartbeatPlan plan, String by) implements OfHeartbeat {}

  /// A sender changes a heartbeat it made.
  record ChangeHeartbeat(HeartbeatPlan plan, String by) implements OfHeartbeat {}

  /// A heartbeat that its sender made is deleted; its history stays.
  record RetireHeartbeat(HeartbeatId heartbeat, String by) implements OfHeartbeat {}

  /// Moves on whatever is due; at most `limit` of each kind in one turn.
  record Tick(int limit) implements Command {}

  /// Takes notifications to send; at most `limit`.
  record Claim(int limit) implements Command {}

  /// A worker is about to send this one.
  record Hand(NotificationId notification, long fence) implements Command {}

  /// A provider answered, or did not.
  record Settle(NotificationId notification, long fence, Outcome outcome, String provider)
      implements Command {}

  /// The program has started, perhaps after a while of deafness. A lease that ran out meanwhile
  /// says nothing about the alert: its source gets time to say so again.
  record Resume() implements Command {}

  /// This program has the store to itself and has sent nothing yet: what a worker still seems to
  /// hold was held by one that is dead. At most `limit` are freed; leases end the rest.
  record FreeClaims(int limit) implements Command {}

  /// What Watchbill says of itself.
  sealed interface OfItself extends Command {}

  /// Something of Watchbill's own is in trouble; said again, it is the same trouble.
  ///
  /// @param key of the trouble: `backup`
  /// @param because what is known of it, in words
  record RaiseTrouble(String key, Severity severity, String summary, String because)
      implements OfItself {}

  /// Looks whether somebody could be paged now, and sends a message by each of these methods
  /// through the outbox to a provider that leads back to us.
  record TestItself(List<ContactMethod> methods) implements OfItself {
    public TestItself {
      methods = List.copyOf(methods);
    }
  }

  /// A test message was given to a provider: what came of it is kept, and if it failed it is
  /// trouble of Watchbill's own until one passes.
  ///
  /// @param inWords what came of it, for people
  record KeepCanary(
      NotificationId id,
      ContactMethod method,
      String address,
      Instant begunAt,
      Outcome outcome,
      String provider,
      String inWords)
      implements OfItself {}

  /// It is in trouble no more; nothing happens when it was not.
  record EndTrouble(String key, String because) implements OfItself {}

  /// A node says what it has told people while it could not reach the store.
  ///
  /// @param pages those it went on with
  /// @param lately what it sent in the last minutes
  record CatchUp(List<Remembered> pages, List<Dispatch> lately) implements OfItself {
    public CatchUp {
      pages = List.copyOf(pages);
      lately = List.copyOf(lately);
    }
  }

  /// The administrators are told something of Watchbill itself, once for the key.
  record TellKeepers(Notice.Kind kind, String key, String headline, List<Message.Fact> facts)
      implements OfItself {
    public TellKeepers {
      facts = List.copyOf(facts);
    }
  }

  /// Looks for pages that should have moved on and did not; mends and says so.
  record Inspect() implements Command {}
}
