"""Nothing runs and nothing is asked for, whatever a notebook or its data holds."""


def runs_nothing(chromium, path):
    # The second visit lifts the page's policy, so that the escaping has to stand alone.
    for policy in (True, False):
        with chromium.visit(path, policy=policy) as visit:
            faults = visit.faults()
            if policy:
                faults += visit.complaints
            for fault in faults:
                yield fault if policy else f"{fault}, without the page's policy"


def has_policy(chromium, path):
    with chromium.visit(path) as visit:
        policy = visit.page.evaluate(
            "document.querySelector('meta[http-equiv=Content-Security-Policy]')?.content ?? ''")
        if "default-src 'none'" not in policy or "script-src" in policy:
            yield f"the policy is {policy!r}"


def needs_no_script(chromium, path):
    text = {}
    for scripts in (True, False):
        with chromium.visit(path, scripts=scripts) as visit:
            text[scripts] = visit.page.inner_text("body")
    if not text[False].strip():
        yield "there is no text"
    if text[True] != text[False]:
        yield "the text is another where scripts are off"
