/* Dates in the reader's own time; the cookie also tells the server that scripts run here. */
(() => {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const secure = location.protocol === "https:" ? "; Secure" : "";
  if (zone) {
    document.cookie = `tz=${encodeURIComponent(zone)}; Path=/; SameSite=Lax; Max-Age=31536000${secure}`;
  }
  document.documentElement.classList.add("script");
  if (document.body.classList.contains("bare")) {
    sessionStorage.clear(); // the last address of whoever was signed in
  }
})();
