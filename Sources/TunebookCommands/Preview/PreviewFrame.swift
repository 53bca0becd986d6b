/// The frame around the page in the browser, which follows the preview and has the only script.
enum PreviewFrame {
  static let policy =
    "default-src 'none'; script-src 'self'; style-src 'unsafe-inline'; connect-src 'self'; frame-src 'self'; "
    + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

  /// The policy of the page in the frame, the same as in the page itself: nothing is run or fetched.
  static let pagePolicy =
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; "
    + "frame-ancestors 'self'"

  static let html = """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width">
    <meta name="color-scheme" content="light dark">
    <title>Tunebook preview</title>
    <style>
    html, body { height: 100%; margin: 0; overflow: hidden; }
    iframe { position: absolute; inset: 0; width: 100%; height: 100%; border: 0; }
    iframe.coming { visibility: hidden; }
    aside { position: absolute; z-index: 1; font: 0.8rem/1.5 system-ui, sans-serif; }
    #activity {
      right: 0.8rem; bottom: 0.8rem; padding: 0.2rem 0.8rem; border-radius: 1rem; color: #fff; background: #1c5d99;
    }
    #findings {
      left: 0; right: 0; bottom: 0; max-height: 45vh; overflow: auto; margin: 0; padding: 0.8rem 1.2rem;
      border-top: 3px solid #b3261e; color: #1c1b1f; background: #fff4f2;
    }
    #findings pre { margin: 0; font: 0.8rem/1.45 ui-monospace, monospace; white-space: pre-wrap; }
    @media (prefers-color-scheme: dark) { #findings { color: #f2e9e8; background: #3a1f1d; } }
    [hidden] { display: none; }
    </style>
    <script type="module" src="/preview.js"></script>
    </head>
    <body>
    <aside id="findings" role="alert" tabindex="0" hidden><pre></pre></aside>
    <aside id="activity" role="status" hidden></aside>
    </body>
    </html>
    """

  static let noPage =
    "<!DOCTYPE html><html lang=\"en\"><meta charset=\"utf-8\"><meta name=\"color-scheme\" content=\"light dark\">"
    + "<title>Tunebook preview</title></html>"

  /// The script of the frame. A new page loads invisibly and replaces the old one at the same scroll position.
  static let script = """
    const findings = document.getElementById("findings");
    const activity = document.getElementById("activity");
    let current = null;
    let shown = -1;

    function show(number) {
      shown = number;
      document.querySelector("iframe.coming")?.remove();
      const next = document.createElement("iframe");
      next.title = "The page";
      next.className = "coming";
      next.src = "/page";
      next.onload = () => {
        const old = current?.contentWindow;
        next.contentWindow.scrollTo({ left: old?.scrollX ?? 0, top: old?.scrollY ?? 0, behavior: "instant" });
        for (const details of current?.contentDocument.querySelectorAll("details[open]") ?? []) {
          const place = [...current.contentDocument.querySelectorAll("details")].indexOf(details);
          next.contentDocument.querySelectorAll("details")[place]?.setAttribute("open", "");
        }
        next.className = "";
        current?.remove();
        current = next;
        document.title = next.contentDocument.title;
      };
      document.body.prepend(next);
    }

    function say(element, text) {
      (element.querySelector("pre") ?? element).textContent = text ?? "";
      element.hidden = !text;
    }

    let revision = -1;
    for (;;) {
      try {
        const answer = await fetch("/state?after=" + revision);
        if (answer.status === 403) {
          say(activity, "open the address that tunebook preview printed last");
          break;
        }
        const state = await answer.json();
        revision = state.revision;
        say(activity, state.activity);
        say(findings, state.findings);
        if (state.page !== shown) show(state.page);
      } catch {
        say(activity, "the preview has ended");
        revision = -1;
        await new Promise((resume) => setTimeout(resume, 1000));
      }
    }
    """
}
