package watchbill.notification;

import watchbill.alert.PageId;

/// What a notification is about.
public sealed interface About {
  /// A page that needs somebody.
  ///
  /// @param wake which of the page's wakes ordered it, from 1; unique with page, person and method
  record OfPage(PageId page, int wake) implements About {}

  /// Something that is not a page; unique with person and method.
  record OfNotice(NoticeId notice) implements About {}

  /// The id of the page or of the notice, under which the audit keeps what happened to it.
  default String subject() {
    return switch (this) {
      case OfPage(var page, _) -> page.value();
      case OfNotice(var notice) -> notice.value();
    };
  }
}
