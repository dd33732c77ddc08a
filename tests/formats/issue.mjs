// Prints, for each list of properties and message on the input, the command that GitHub's own library prints for it.
import { readFileSync } from "node:fs";
import * as core from "@actions/core";

for (const { command, message, properties } of JSON.parse(readFileSync(0, "utf8"))) {
  core[command](message, properties);
}
