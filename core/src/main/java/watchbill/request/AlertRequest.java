package watchbill.request;

/// What a sender asks for, of which alert.
///
/// @param by a person's handle where the sender names one, else the integration's
/// @param user who asks, in the sender's words; may be empty
/// @param note what is said beside it; may be empty
public record AlertRequest(WhichAlert alert, Ask ask, String by, String user, String note) {}
