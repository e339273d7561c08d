// A real mail server for the tests of SmtpMailer. Prints "ready PORT", then a line of JSON for each mail it takes.
// Arguments: a path inside the folder that holds node_modules, and the settings as JSON.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";

const [modules, json] = process.argv.slice(2);
const { SMTPServer } = createRequire(modules + "/any.js")("smtp-server");
const settings = JSON.parse(json);

const refuse = (code, words) => Object.assign(new Error(words), { responseCode: code });

const server = new SMTPServer({
  secure: settings.secure,
  key: readFileSync(settings.key),
  cert: readFileSync(settings.cert),
  authMethods: settings.authMethods,
  authOptional: false,
  hideSTARTTLS: settings.hideStartTls,
  disableReverseLookup: true,
  logger: false,
  onAuth(auth, session, done) {
    const good = auth.username === settings.user && auth.password === settings.password;
    done(good ? null : refuse(535, "5.7.8 wrong name or password"), good ? { user: auth.username } : undefined);
  },
  onRcptTo(address, session, done) {
    if (address.address.startsWith("nobody@")) return done(refuse(550, "5.1.1 no such person as " + address.address));
    if (address.address.startsWith("full@")) return done(refuse(452, "4.2.2 full"));
    done();
  },
  onData(stream, session, done) {
    const chunks = [];
    stream.on("data", (chunk) => chunks.push(chunk));
    stream.on("end", () => {
      const to = session.envelope.rcptTo.map((each) => each.address);
      if (to[0].startsWith("spam@")) return done(refuse(554, "5.7.1 looks like spam"));
      console.log(
        JSON.stringify({
          from: session.envelope.mailFrom.address,
          to: to[0],
          secure: session.secure,
          user: session.user,
          message: Buffer.concat(chunks).toString("base64"),
        }),
      );
      if (to[0].startsWith("silence@")) return process.exit(0);
      done();
    });
  },
});

server.on("error", () => {});
server.listen(0, "127.0.0.1", () => console.log("ready " + server.server.address().port));
