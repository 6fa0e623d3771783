"""A tablet opens the desk of a real server under its strict headers, and again when the server is gone."""


def test_the_desk_opens_without_a_complaint_of_the_browser(server, tablets):
    server.start()
    tablet = tablets("Tablet 7").start()
    page = tablet.new_page()
    complaints = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(f"{server.address}/desk/")
    page.locator("#desk > *").first.wait_for()
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    assert complaints == []


def test_the_desk_opens_again_when_the_server_is_gone(server, tablets):
    server.start()
    tablet = tablets("Tablet 7")
    page = tablet.start().new_page()
    page.goto(f"{server.address}/desk/")
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    server.kill()
    tablet.kill()
    again = tablet.start().new_page()
    again.goto(f"{server.address}/desk/")
    again.locator("#desk > *").first.wait_for()
