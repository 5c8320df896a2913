#!/bin/sh
# Dubbelklik: opent de toepassing in de browser.
exec "{program}" app
