"""Stands in for the mail relay: takes every mail by SMTP on port 2525, says so on its output, and forgets it."""

import asyncio
import signal


async def serve(reader, writer):
    def say(line):
        writer.write(line.encode() + b"\r\n")

    recipients = []
    say("220 mail ready")
    try:
        while line := await reader.readline():
            verb = line[:4].upper().strip()
            if verb == b"RCPT":
                recipients.append(line.decode("latin-1").partition(":")[2].strip())
                say("250 ok")
            elif verb == b"DATA":
                say("354 go on")
                await writer.drain()
                while (await reader.readline()) not in (b".\r\n", b""):
                    pass
                print("mail for", ", ".join(recipients), flush=True)
                recipients = []
                say("250 taken")
            elif verb == b"QUIT":
                say("221 bye")
                break
            else:
                say("250 ok")
            await writer.drain()
    except (ConnectionError, ValueError):
        pass  # the sender went away
    finally:
        writer.close()


async def main():
    server = await asyncio.start_server(serve, "0.0.0.0", 2525)
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, server.close)
    try:
        await server.serve_forever()
    except asyncio.CancelledError:
        pass


asyncio.run(main())
