import { PassThrough } from "node:stream";
import { afterEach, beforeEach, describe, expect, jest, test } from "@jest/globals";
import { linger } from "./linger";

const MB = 1024 * 1024;

describe("linger", () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  function refused(): { request: PassThrough; done: jest.Mock } {
    const request = new PassThrough();
    const done = jest.fn();
    linger(request, done);
    return { request, done };
  }

  test("waits for a slow client, for as long as it goes on", () => {
    const { request, done } = refused();
    for (let second = 0; second < 60; second += 4) {
      request.emit("data", Buffer.alloc(MB));
      jest.advanceTimersByTime(4_000);
    }
    expect(done).not.toHaveBeenCalled();
    request.emit("end");
    expect(done).toHaveBeenCalledTimes(1);
  });

  test("gives up one that pauses", () => {
    const { done } = refused();
    jest.advanceTimersByTime(5_000);
    expect(done).toHaveBeenCalledTimes(1);
  });

  test("gives up one that sends without end", () => {
    const { request, done } = refused();
    for (let sent = 0; sent <= 64; sent += 1) request.emit("data", Buffer.alloc(MB));
    expect(done).toHaveBeenCalledTimes(1);
  });

  test.each(["end", "close"])("is over at the %s, once", (event) => {
    const { request, done } = refused();
    request.emit(event);
    request.emit(event);
    jest.advanceTimersByTime(10_000);
    expect(done).toHaveBeenCalledTimes(1);
  });

  test("is over at once for a request that is gone", () => {
    const request = new PassThrough().destroy();
    const done = jest.fn();
    linger(request, done);
    expect(done).toHaveBeenCalledTimes(1);
  });
});
