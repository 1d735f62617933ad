// What the MQTT client expects of Node.
export { Buffer } from "buffer";
export { default as process } from "process";
