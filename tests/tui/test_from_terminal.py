"""What a terminal sends: keys and mouse get through, and what means nothing is passed over."""

import asyncio
import os
import signal
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.app import App
from textual.events import Key, Paste
from textual.message import Message

from reader.tui.driver import TerminalDriver
from reader.tui.from_terminal import LONGEST_PASTE, FromTerminal

UNTOUCHED = (
    b"q", b" ", b"\r", b"\x7f", b"\x00", "é".encode(), "ф".encode(), "日".encode(), b"\x1b", b"\x1bx",
    b"\x1b\x1b[A", b"\x1b[A", b"\x1b[1;5A", b"\x1b[5~", b"\x1b[5;5~", b"\x1b[Z", b"\x1b[H", b"\x1bOP",
    b"\x1bOA", b"\x1b[[A", b"\x1b[17~", b"\x1b[3$", b"\x1b[3^", b"\x1b[I", b"\x1b[O", b"\x1b[<0;10;5M",
    b"\x1b[<65;10;5m", b"\x1b[?2026;2$y", b"\x1b[12;40R", b"\x1b[27u", b"\x1b[97;1;97u", b"\x1b[98;5u",
    b"\x1b[57441;2u", b"\x1b[48;30;100;600;1000t", b"\x1b]", b"\x1bP", b"\x1b[",
    b"\x1b[200~two\nlines\x1b[201~",
)  # fmt: skip

PASSED_OVER = (
    b"\x1b[M\x43\x84\x2a", b"\x1b[M\x43\xc3\xa4", b"\x1b[M\xc3\xa4 ", b"\x1b[M", b"\x1b[M#", b"\xe9", b"\xff",
    b"\xc3", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\x1b[32~", b"\x1b[5A", b"\x1b[99~", b"\x1b[99z",
    b"\x1b[?62;22c", b"\x1b[>41;390;0c", b"\x1b[<0;-1;5M", b"\x1b[<M", b"\x1b[<0;10", b"\x1b[32;10;10M",
    b"\x1b[1114112u", b"\x1b[55296u", b"\x1b[99999999999999999999u", b"\x1b[97;1:3u", b"\x1b[48;0;0;0;0t",
    b"\x1b[48;9999;99999;1;1t", b"\x1b]11;rgb:00/00/00\x07", b"\x1b]11;rgb:00/00/00\x1b\\",
    b"\x1bP>|xterm(1)\x1b\\", b"\x1bP>|xterm", b"\x1b_Gi=1;OK\x1b\\", b"\x1b[1;1:3A", b"\x1bOz", b"\x1b[[z",
    b"\x1b\xe9", b"\x1b[" + b"1;" * 4000 + b"u", b"\x1b]52;c;" + b"QUJD" * 4000 + b"\x07", b"\x1b[201~",
)  # fmt: skip

LONG = PASSED_OVER[-3:-1]
KEY_AT_THE_END = b"\x1b[15~"

READ_AS = {
    b"\x1b[98:66;2u": b"\x1b[98;2u",
    b"\x1b[98:66;2:1;66u": b"\x1b[98;2;66u",
    b"\x1b[1079::112;5u": b"\x1b[112;5u",
    b"\x1b[1;5:1A": b"\x1b[1;5A",
    b"\x1b[97;1;97:55296u": b"\x1b[97;1;97u",
    b"\x1b[27;5;98~": b"\x1b[98;5u",
    b"\x1b[48;30;100;0;0t": b"\x1b[48;30;100;30;100t",
    b"\xc2\x9b5~": b"\x1b[5~",
    b"\x9b5~": b"\x1b[5~",
    b"\x1b[200~a\x1b[31m\x00\xff\x1b[201~": b"\x1b[200~a[31m\x1b[201~",
    b"\x1b[200~never ended": b"\x1b[200~never ended\x1b[201~",
}


def read(*pieces: bytes) -> bytes:
    """What Textual reads for these bytes, and after them nothing for a while."""
    terminal = FromTerminal()
    passed = b"".join(terminal.feed(piece) for piece in pieces)
    while terminal.patience is not None:
        passed += terminal.silence()
    return passed


@pytest.mark.parametrize("sent", UNTOUCHED)
def test_what_textual_understands_gets_through(sent: bytes) -> None:
    assert read(sent) == sent
    assert read(*(bytes([byte]) for byte in sent)) == sent


@pytest.mark.parametrize("sent", PASSED_OVER, ids=lambda sent: repr(sent[:16]))
def test_what_means_nothing_is_passed_over(sent: bytes) -> None:
    assert read(sent) == b""
    assert read(*(bytes([byte]) for byte in sent)) == b""


@pytest.mark.parametrize("sent", READ_AS)
def test_what_textual_would_stumble_over_is_put_in_its_words(sent: bytes) -> None:
    assert read(sent) == READ_AS[sent]
    assert read(*(bytes([byte]) for byte in sent)) == READ_AS[sent]


def test_the_key_after_nonsense_is_read() -> None:
    whole = [sent for sent in PASSED_OVER if read(sent + b"\x1b[A") == b"\x1b[A"]
    cut = {b"\x1b[M", b"\x1b[M#"}  # the key is taken for the rest of it
    assert set(PASSED_OVER) - set(whole) <= cut


def test_a_huge_paste_is_cut() -> None:
    pasted = read(b"\x1b[200~", *[b"x" * 4096] * 50, b"\x1b[201~", b"q")
    assert pasted == b"\x1b[200~" + b"x" * LONGEST_PASTE + b"\x1b[201~q"


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cc"])))
def test_whatever_is_typed_gets_through(text: str) -> None:
    assert read(text.encode()) == text.encode()


@given(st.lists(st.binary(max_size=8) | st.sampled_from((*UNTOUCHED, *PASSED_OVER, *READ_AS)), max_size=12), st.data())
def test_it_does_not_matter_where_the_bytes_are_cut(sent: list[bytes], data: st.DataObject) -> None:
    stream = b"".join(sent)
    cuts = sorted(data.draw(st.lists(st.integers(0, len(stream)), max_size=6)))
    pieces = [stream[start:end] for start, end in zip([0, *cuts], [*cuts, len(stream)], strict=True)]
    assert read(*pieces) == read(stream)


def test_a_letter_tells_which_latin_key_it_stands_on() -> None:
    learned: list[tuple[str, str]] = []
    terminal = FromTerminal(lambda typed, latin: learned.append((typed, latin)))
    terminal.feed(
        b"\x1b[1092:1060:102;;1092u\x1b[1092:1060:102;2;1060u\x1b[1102::46;;1102u\x1b[97;;97u\x1b[98:66;2;66u"
    )
    assert learned == [("ф", "f"), ("Ф", "F"), ("ю", ".")]


@pytest.mark.parametrize(
    ("sent", "passed"),
    [
        (b"\x1b[1092::97u", b"\x1b[1092u"),  # no text and no modifier: the letter that was typed
        (b"\x1b[97::113u", b"\x1b[97u"),  # A on a French keyboard, where Q is on others
        (b"\x1b[1092::97;5u", b"\x1b[97;5u"),  # Ctrl means the key
        (b"\x1b[1092::97;65u", b"\x1b[1092;65u"),  # Caps Lock does not
        (b"\x1b[1092::97;129u", b"\x1b[1092;129u"),  # nor does Num Lock
    ],
)
def test_a_letter_without_its_text_stays_that_letter_unless_ctrl_is_held(sent: bytes, passed: bytes) -> None:
    assert FromTerminal().feed(sent) == passed


class Listener(App[None]):
    """Hears what the driver tells."""

    def __init__(self) -> None:
        super().__init__()
        self.errors: list[BaseException] = []
        self.gone = 0

    def terminal_gone(self) -> None:
        self.gone += 1

    def failed(self, error: BaseException) -> None:
        self.errors.append(error)

    def learn_letter(self, typed: str, latin: str) -> None:
        pass


def heard(sent: bytes) -> tuple[list[Message], Listener]:
    """What Textual makes of bytes from a terminal that hangs up after them."""

    async def listen() -> tuple[list[Message], Listener]:
        app, messages = Listener(), list[Message]()

        class Driver(TerminalDriver):
            def process_message(self, message: Message) -> None:
                messages.append(message)
                if isinstance(message, Key) and message.key == "f5":
                    self.exit_event.set()

        driver = Driver(app)
        source, sink = os.pipe()
        driver.fileno = source
        thread = asyncio.to_thread(driver.run_input_thread)
        writing = asyncio.to_thread(os.write, sink, sent + b"\x1b[201~" + KEY_AT_THE_END)
        await asyncio.wait_for(asyncio.gather(thread, writing), 30)
        os.close(sink)
        os.close(source)
        return messages, app

    handlers = {number: signal.getsignal(number) for number in (signal.SIGTSTP, signal.SIGCONT)}
    try:
        return asyncio.run(listen())
    finally:
        for number, handler in handlers.items():
            signal.signal(number, handler)


def test_textual_reads_whatever_comes_without_an_error() -> None:
    random = Random(1)
    parts = tuple(part for part in (*UNTOUCHED, *PASSED_OVER, *READ_AS) if part not in (KEY_AT_THE_END, *LONG))
    for _ in range(4):
        sent = b"".join(
            random.choice(parts) if random.random() < 0.7 else random.randbytes(random.randrange(1, 4))
            for _ in range(3000)
        )
        _, app = heard(sent)
        assert not app.errors


def test_keys_and_pastes_arrive() -> None:
    messages, app = heard(b"a\xff\x1b[98:66;2ub\x1b[200~two\x00\nlines\x1b[201~")
    keys = [message.key for message in messages if isinstance(message, Key)]
    assert keys == ["a", "shift+b", "b", "f5"]
    assert [message.text for message in messages if isinstance(message, Paste)] == ["two\nlines"]
    assert not app.errors
