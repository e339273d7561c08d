// See perf/startup.sh.
import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import http from "node:http";
import net from "node:net";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";

const rounds = Number(process.argv[2]);
const most = { ratio: 2, milliseconds: 300 };
const folder = mkdtempSync(join(tmpdir(), "micheckin-startup-"));
const key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

const freePort = () =>
  new Promise((done) => {
    const server = net.createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });

const started = [];
process.on("exit", () => {
  for (const child of started) child.kill("SIGKILL");
  rmSync(folder, { recursive: true, force: true });
});

async function azurite(service) {
  const port = await freePort();
  const script = resolve(`eng/node/node_modules/azurite/dist/src/${service}/main.js`);
  const child = spawn(
    "node",
    [script, "--inMemoryPersistence", "--disableTelemetry", `--${service}Host`, "127.0.0.1", `--${service}Port`, `${port}`],
    { cwd: folder, stdio: ["ignore", "pipe", "inherit"] },
  );
  started.push(child);
  await new Promise((ready) => child.stdout.on("data", (text) => String(text).includes("successfully") && ready()));
  return port;
}

/** One request, or null while nobody answers. */
const get = (port, path = "/healthz") =>
  new Promise((done) => {
    http
      .get({ host: "127.0.0.1", port, path, agent: false }, (answer) => {
        answer.resume();
        done(answer.statusCode);
      })
      .on("error", () => done(null));
  });

async function timeOf(program, environment, port, call) {
  const begin = process.hrtime.bigint();
  // In its own folder, as the host starts it: a program watches the settings files of the folder that it is started in.
  const child = spawn(resolve(program), [], { cwd: dirname(program), env: { PATH: process.env.PATH, ...environment }, stdio: ["ignore", "ignore", "inherit"] });
  started.push(child);
  for (;;) {
    if ((await get(port)) === 200) break;
    if (child.exitCode !== null) throw new Error(`${program} ended with ${child.exitCode}`);
    await new Promise((next) => setTimeout(next, 1));
  }
  const milliseconds = Number(process.hrtime.bigint() - begin) / 1e6;
  const processor = processorTime(child.pid);
  // The first call waits for tables, queues and programs: what a cold start costs whoever brought it about.
  if (call) await get(port, call);
  const firstCall = Number(process.hrtime.bigint() - begin) / 1e6;
  const ended = new Promise((done) => child.on("exit", done));
  child.kill("SIGKILL");
  await ended;
  return { milliseconds, processor, firstCall };
}

/** What the program has computed so far, in milliseconds: unlike the time on the wall, the same on a busy machine. */
function processorTime(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1].split(" ");
  return (Number(fields[11]) + Number(fields[12])) * 10; // user and system, in ticks of 10 ms
}

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

const [table, queue] = await Promise.all([azurite("table"), azurite("queue")]);
const settings = {
  AzureWebJobsStorage:
    `AccountName=devstoreaccount1;AccountKey=${key};TableEndpoint=http://127.0.0.1:${table}/devstoreaccount1;` +
    `QueueEndpoint=http://127.0.0.1:${queue}/devstoreaccount1`,
  MiCheckin__PhoneKey: randomBytes(32).toString("base64"),
  MiCheckin__AdminEmail: "admin@clinic.example",
  MiCheckin__ConsoleUrl: "https://checkin.clinic.example",
  MiCheckin__Console__Auth: "easyauth",
  MiCheckin__Twilio__AccountSid: "AC" + "0".repeat(32),
  MiCheckin__Twilio__AuthToken: "not used",
  MiCheckin__Twilio__From: "+12025550143",
  MiCheckin__Twilio__PublicBaseUrl: "https://checkin.clinic.example",
  MiCheckin__Mail__Host: "localhost",
  MiCheckin__Mail__From: "checkin@clinic.example",
};

const bare = [];
const ours = [];
for (let round = 0; round < rounds + 1; round++) {
  const one = await freePort();
  const b = await timeOf("artifacts/publish/bare/Bare", { ASPNETCORE_URLS: `http://127.0.0.1:${one}` }, one);
  const two = await freePort();
  const o = await timeOf("artifacts/publish/app/MiCheckin.Functions", { ...settings, FUNCTIONS_CUSTOMHANDLER_PORT: `${two}` }, two, "/alerts/none");
  if (round === 0) console.log(`first, not counted (tables are made, files read from disk): bare ${b.milliseconds.toFixed(0)} ms, MiCheckin ${o.milliseconds.toFixed(0)} ms`);
  else bare.push(b), ours.push(o);
}

const of = (runs, what) => runs.map((run) => run[what]);
const line = (name, what) => {
  const [b, o] = [of(bare, what), of(ours, what)];
  const ratio = median(o) / median(b);
  console.log(`${name}: bare ${median(b).toFixed(0)} ms (best ${Math.min(...b).toFixed(0)}), MiCheckin ${median(o).toFixed(0)} ms (best ${Math.min(...o).toFixed(0)}), ${ratio.toFixed(2)} times`);
  return ratio;
};

console.log(`medians of ${rounds}, at most ${most.ratio} times and ${most.milliseconds} ms:`);
const ratio = line("time to the first 200", "milliseconds");
line("processor time until then", "processor");
line("to the end of the first call, for MiCheckin with storage", "firstCall");
process.exit(ratio <= most.ratio && median(of(ours, "milliseconds")) <= most.milliseconds ? 0 : 1);
