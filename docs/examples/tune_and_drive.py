#!/usr/bin/env python3
"""Tunes one parameter of a running animal, drives it, and prints how it walks.

Needs paho-mqtt (Debian: python3-paho-mqtt). docs/mqtt.md says what the messages mean.

    locomotion serve &
    python3 docs/examples/tune_and_drive.py --animal centipede --parameter legs.base-frequency --value 2 --drive 0.5 --seconds 10
"""
import argparse
import collections
import json
import queue
import sys
import time
import uuid

import paho.mqtt.client as mqtt


class Animal:
    """One animal on a broker: what it says, and what it is told."""

    def __init__(self, host, port, name, client, user=None, password=None, authority=None):
        self.tree, self.client = f"locomotion/1/{name}/", client
        self.waiting, self.aside = queue.Queue(), collections.deque(maxlen=100)
        options = {"client_id": f"{client}-{uuid.uuid4().hex[:8]}", "protocol": mqtt.MQTTv5}
        if hasattr(mqtt, "CallbackAPIVersion"):  # paho-mqtt 2
            options["callback_api_version"] = mqtt.CallbackAPIVersion.VERSION2
        self.mqtt = mqtt.Client(**options)
        if user:
            self.mqtt.username_pw_set(user, password)
        if authority:
            self.mqtt.tls_set(authority)
        self.mqtt.on_message = lambda _client, _data, message: self.waiting.put(message)
        self.mqtt.connect(host, port, keepalive=5)
        self.mqtt.subscribe([(self.tree + topic, 1) for topic in ("state", "params/active", f"params/reply/{client}", "drive/active", "stats/gait", "event/+")])
        self.mqtt.loop_start()

    def said(self, topic, wanted=lambda payload: True, seconds=10):
        """The next message on a topic that is as wanted; others are put aside for later."""
        end = time.monotonic() + seconds
        for _ in range(len(self.aside)):
            self.waiting.put(self.aside.popleft())
        while time.monotonic() < end:
            try:
                message = self.waiting.get(timeout=0.05)
            except queue.Empty:
                continue
            payload = json.loads(message.payload) if message.payload else None
            if message.topic == self.tree + topic and payload is not None and wanted(payload):
                return payload
            self.aside.append(message)
        raise TimeoutError(f"Nothing as wanted on {self.tree + topic} within {seconds} s")

    def ask(self, op, **members):
        """Asks the desk for parameters, and returns its answer; exits if it refuses."""
        command = {"id": uuid.uuid4().hex, "client": self.client, "op": op, **members}
        self.mqtt.publish(self.tree + "params/cmd", json.dumps(command), qos=1)
        reply = self.said(f"params/reply/{self.client}", lambda payload: payload["id"] == command["id"])
        if not reply["ok"]:
            for refusal in reply["refusals"]:
                print(f"{refusal['name']}: {refusal['message']}", file=sys.stderr)
            sys.exit(f"{op}: {reply['code']}: {reply['message']}")
        return reply

    def drive(self, seq, drive, release=0.0, swim=0.0, turn=0.0):
        """Commands how to move for the next second. When nothing newer comes, the animal slows down and holds still."""
        command = {"client": self.client, "seq": seq, "drive": drive, "release": release, "swim": swim, "turn": turn, "ttl_ms": 1000}
        self.mqtt.publish(self.tree + "drive/cmd", json.dumps(command), qos=0)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--host", default="localhost")
    parser.add_argument("--port", type=int, default=1883)
    parser.add_argument("--animal", default="centipede")
    parser.add_argument("--user")
    parser.add_argument("--password-file")
    parser.add_argument("--tls-ca")
    parser.add_argument("--parameter", default="legs.base-frequency")
    parser.add_argument("--value", type=float, default=2.0)
    parser.add_argument("--drive", type=float, default=0.5)
    parser.add_argument("--seconds", type=float, default=5.0)
    asked = parser.parse_args()
    password = open(asked.password_file, encoding="utf-8").readline().strip() if asked.password_file else None
    animal = Animal(asked.host, asked.port, asked.animal, "example", asked.user, password, asked.tls_ca)

    active = animal.said("params/active")
    print(f"version {active['version']}: {asked.parameter} = {active['values'].get(asked.parameter)}")
    animal.ask("lease", seconds=30)
    animal.ask("stage", base_version=active["version"], values={asked.parameter: asked.value})
    version = animal.ask("commit", when="now")["version"]
    active = animal.said("params/active", lambda payload: payload["version"] == version)
    print(f"version {version}: {asked.parameter} = {active['values'][asked.parameter]}")
    animal.ask("release")

    seq, end = int(time.time() * 1000), time.monotonic() + asked.seconds
    while time.monotonic() < end:
        animal.drive(seq, asked.drive)
        seq += 1
        try:
            gait = animal.said("stats/gait", seconds=0.2)
        except TimeoutError:
            continue
        print(f"{gait['t']:.1f} s: legs {gait['leg_frequency_hz']} Hz, coherence {gait['leg_wave_coherence']}, {gait['speed_bl_per_s']} body lengths/s", flush=True)


if __name__ == "__main__":
    main()
