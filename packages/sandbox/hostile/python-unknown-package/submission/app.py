import numpy

app = numpy
