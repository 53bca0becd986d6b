"""A page opened in Chromium, watched for what it must not do."""

import contextlib
import pathlib
import shutil

# Fires nothing by itself: reports what the page's markup could make run, load or send.
MARKUP = """() => {
  const found = [];
  const harmless = /^(https?|mailto|file):$/, places = /^(xlink:href|href|src|srcset|action|formaction|data|poster|ping|background)$/i;
  for (const element of document.querySelectorAll('*')) {
    const name = element.localName;
    const isIcon = name === 'link' && element.rel === 'icon' && element.getAttribute('href').startsWith('data:image/svg+xml,');
    if (!isIcon && /^(iframe|object|embed|base|link|form|template|foreignobject|animate.*|set|use|x-.*)$/i.test(name))
      found.push(`there is a ${name} element`);
    if (name === 'script' && element.type !== 'application/json') found.push('there is a script element');
    if (name === 'meta' && /refresh/i.test(element.httpEquiv)) found.push('there is a refresh');
    for (const { name: attribute, value } of element.attributes) {
      if (/^on/i.test(attribute)) found.push(`${name} has ${attribute}`);
      if (/^x-/i.test(attribute)) found.push(`${name} has ${attribute}`);
      if (attribute === 'style' && /url|expression|import/i.test(value)) found.push(`${name} has style ${value}`);
      if (!places.test(attribute)) continue;
      const isPicture = name === 'img' && /^data:image\\/(png|jpeg|gif|webp)[;,]/.test(value);
      const scheme = URL.canParse(value, document.baseURI) ? new URL(value, document.baseURI).protocol : 'file:';
      // The notebook itself, which a browser saves and never opens.
      const isNotebook = name === 'a' && element.hasAttribute('download') && value.startsWith('data:text/markdown;charset=utf-8;base64,');
      if (!isIcon && !isPicture && !isNotebook && !harmless.test(scheme)) found.push(`${name} has ${attribute} ${value.slice(0, 60)}`);
    }
  }
  if (window.ran !== undefined) found.push('a script left its mark');
  return found;
}"""


class Visit:
    """An open page, and what came of opening it: requests beyond the page, scripts that ran, dialogs."""

    def __init__(self, context, path, scripts):
        self.path = path
        self.requests, self.scripts, self.dialogs, self.complaints = [], [], [], []
        self.page = context.new_page()
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("dialog", lambda dialog: (self.dialogs.append(dialog.message), dialog.dismiss()))
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        if scripts:
            debugger = context.new_cdp_session(self.page)
            debugger.on("Debugger.scriptParsed", self.parsed)
            debugger.send("Debugger.enable")
        self.url = path.as_uri()
        self.page.goto(self.url)

    def parsed(self, script):
        # What this suite evaluates has no address; what the page holds has the page's.
        if script["url"] == self.url:
            self.scripts.append(f"line {script['startLine'] + 1}")

    def faults(self):
        """What the page did that no page may do."""
        elsewhere = self.requests[1:] if self.requests[:1] == [self.url] else self.requests
        return (
            [f"asked for {url}" for url in elsewhere]
            + [f"ran the script at {place}" for place in self.scripts]
            + [f"opened a dialog: {message}" for message in self.dialogs]
            + self.page.evaluate(MARKUP)
        )

    def unfold(self):
        self.page.evaluate("document.querySelectorAll('details').forEach(details => details.open = true)")


class Chromium:
    """Debian's Chromium, driven by playwright."""

    def __init__(self, playwright):
        command = shutil.which("chromium")
        if command is None:
            raise SystemExit("There is no chromium command; install Debian's chromium package.")
        self.browser = playwright.chromium.launch(executable_path=command, args=["--no-sandbox"])

    @contextlib.contextmanager
    def visit(self, path, width=1200, scheme="light", scale=1, scripts=True, policy=True):
        """Opens a page.

        scale is the zoom; scripts and policy say whether the browser would run scripts and heeds the page's policy.
        """
        context = self.browser.new_context(
            viewport={"width": width // scale, "height": 900 // scale}, device_scale_factor=scale,
            color_scheme=scheme, reduced_motion="reduce", java_script_enabled=scripts, bypass_csp=not policy)
        context.route("http*://**/*", lambda route: route.abort())
        try:
            yield Visit(context, pathlib.Path(path).resolve(), scripts)
        finally:
            context.close()
