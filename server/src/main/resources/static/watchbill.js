// Says so when this page has lost contact: old news must not look like good news.
// Everything works without it, and without htmx.
(() => {
  const root = document.documentElement;
  const lost = () => root.setAttribute('data-stale', '');
  const heard = (event) => {
    const response = event.detail?.ctx?.response;
    if (response && response.status < 400) root.removeAttribute('data-stale');
    else lost();
  };
  document.addEventListener('htmx:after:request', heard);
  document.addEventListener('htmx:error', lost);
  window.addEventListener('offline', lost);
})();
